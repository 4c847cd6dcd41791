package dev.kindred.lab.plot;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;

/** Pixels, enough of them for a print or a dense screen. */
final class Png implements Format {

    private static final int PIXELS_PER_POINT = 2;

    @Override
    public void write(Figure figure, OutputStream out) throws IOException {
        Sheet sheet = new Sheet(figure);
        BufferedImage image = new BufferedImage(
                sheet.width() * PIXELS_PER_POINT, sheet.height() * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
        sheet.draw(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }
}
