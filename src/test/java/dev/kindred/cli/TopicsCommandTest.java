package dev.kindred.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TopicsCommandTest {

    private final Shell shell = new Shell();

    @Test
    void printsTheRightsAsOptionsOfKafkasTool() {
        int status = shell.run(
                "topics", "acls", "--principal", "User:shop", "--set", "topics.prefix=p-", "--set", "application.id=a");

        assertThat(status).isZero();
        assertThat(shell.out().lines())
                .contains(
                        "--add --allow-principal User:shop --operation Read --operation Write --operation Describe"
                                + " --operation DescribeConfigs --topic p-events",
                        "--add --allow-principal User:shop --operation Read --group a",
                        "--add --allow-principal User:shop --operation Describe --operation Write"
                                + " --transactional-id a- --resource-pattern-type prefixed")
                .allMatch(line -> line.startsWith("--add --allow-principal User:shop --operation "));
    }

    @Test
    void asksForThePrincipal() {
        assertThat(shell.run("topics", "acls")).isEqualTo(2);
        assertThat(shell.err()).contains("--principal");
    }
}
