package dev.kindred.lab.cli;

import dev.kindred.cli.CommandSource;
import java.util.List;

/** The commands of the laboratory; a new command takes one line here. */
public final class LabCommandSource implements CommandSource {

    @Override
    public List<Object> commands() {
        return List.of(
                new DemoCommand(), new EvaluateCommand(), new TuneCommand(), new RegretCommand(), new BenchCommand());
    }
}
