package dev.kindred.lab.plot;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A figure on paper: charts in rows, the title above them if there is more than one. */
final class Sheet {

    private static final int TITLE_HEIGHT = 56;
    private static final int TITLE_SIZE = 24;

    private final Figure figure;
    private final List<Chart> charts;

    Sheet(Figure figure) {
        this.figure = figure;
        this.charts = figure.charts();
    }

    private boolean hasTitle() {
        return charts.size() > 1;
    }

    /** Three, if that fills all rows, or else two. */
    private int columns() {
        return charts.size() % 3 == 0 ? 3 : Math.min(charts.size(), 2);
    }

    int width() {
        return columns() * Drawing.WIDTH;
    }

    int height() {
        int rows = (charts.size() + columns() - 1) / columns();
        return rows * Drawing.HEIGHT + top();
    }

    private int top() {
        return hasTitle() ? TITLE_HEIGHT : 0;
    }

    void draw(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Style.PAPER);
        graphics.fillRect(0, 0, width(), height());
        if (hasTitle()) {
            drawTitle(graphics);
        }
        AffineTransform origin = graphics.getTransform();
        for (int i = 0; i < charts.size(); i++) {
            graphics.translate(i % columns() * Drawing.WIDTH, top() + i / columns() * Drawing.HEIGHT);
            Drawing.of(charts.get(i)).paint(graphics, Drawing.WIDTH, Drawing.HEIGHT);
            graphics.setTransform(origin);
        }
    }

    private void drawTitle(Graphics2D graphics) {
        graphics.setColor(Style.INK);
        graphics.setFont(Style.font(Font.BOLD, TITLE_SIZE));
        Rectangle2D size = graphics.getFontMetrics().getStringBounds(figure.title(), graphics);
        float left = (float) (width() - size.getWidth()) / 2;
        graphics.drawString(figure.title(), left, (TITLE_HEIGHT + TITLE_SIZE) / 2f);
    }
}
