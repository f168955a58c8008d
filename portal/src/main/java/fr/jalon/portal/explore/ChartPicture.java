package fr.jalon.portal.explore;

import fr.jalon.portal.explore.Drawing.Dot;
import fr.jalon.portal.explore.Drawing.Ink;
import fr.jalon.portal.explore.Drawing.Rect;
import fr.jalon.portal.explore.Drawing.Segment;
import fr.jalon.portal.explore.Drawing.Shape;
import fr.jalon.portal.explore.Drawing.Word;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/** A drawing as pixels (PNG), with the letters of our pages. */
final class ChartPicture {
  /** Pixels for one of the drawing, for screens that have two. */
  private static final int SHARPNESS = 2;

  private static final float SIZE = 15;
  private static final float HALO = 4;
  private static final float DOT_STRENGTH = 0.6f;
  private static final String FONTS = "/fr/jalon/portal/document/fonts/";
  private static final Color SHEET = new Color(0xfffdf8);

  static {
    // There is no screen on a server.
    System.setProperty("java.awt.headless", "true");
  }

  private static final Font REGULAR = font("atkinson-hyperlegible-next-regular");
  private static final Font BOLD = font("atkinson-hyperlegible-next-bold");

  /** For letters ours does not have. */
  private static final Font REST = font("dejavu-sans");

  private ChartPicture() {}

  /** One at a time: each takes some fifteen megabytes while it is drawn. */
  static synchronized byte[] png(Drawing drawing, int width) throws IOException {
    BufferedImage image =
        new BufferedImage(
            width * SHARPNESS,
            (int) Math.ceil(drawing.height() * SHARPNESS),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.scale(SHARPNESS, SHARPNESS);
    pen.setColor(SHEET);
    pen.fill(new Rectangle2D.Double(0, 0, width, drawing.height()));
    for (Shape shape : drawing.shapes()) {
      draw(shape, pen, width / 100.0);
    }
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static void draw(Shape shape, Graphics2D pen, double percent) {
    pen.setColor(new Color(shape.ink().rgb()));
    if (shape instanceof Rect rect) {
      pen.fill(
          new Rectangle2D.Double(
              rect.left() * percent, rect.top(), rect.width() * percent, rect.height()));
    } else if (shape instanceof Segment line) {
      pen.setStroke(new BasicStroke(line.ink() == Ink.LINE ? 2.5f : 1f));
      pen.draw(
          new Line2D.Double(
              line.fromX() * percent, line.fromY(), line.toX() * percent, line.toY()));
    } else if (shape instanceof Dot dot) {
      pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, DOT_STRENGTH));
      double radius = Dot.RADIUS;
      pen.fill(
          new Ellipse2D.Double(
              dot.x() * percent - radius, dot.y() - radius, 2 * radius, 2 * radius));
      pen.setComposite(AlphaComposite.SrcOver);
    } else if (shape instanceof Word word) {
      write(word, pen, word.x() * percent + word.shift());
    }
  }

  private static void write(Word word, Graphics2D pen, double x) {
    // Our letters have no narrow space.
    String text = word.text().replace('\u202f', '\u00a0');
    Font ours = word.ink().bold() ? BOLD : REGULAR;
    Font font = ours.canDisplayUpTo(text) < 0 ? ours : REST;
    TextLayout letters =
        new TextLayout(text.isEmpty() ? " " : text, font, pen.getFontRenderContext());
    double length = letters.getAdvance();
    double from =
        switch (word.anchor()) {
          case START -> x;
          case MIDDLE -> x - length / 2;
          case END -> x - length;
        };
    if (word.ink().apart()) {
      // Apart from the lines it may stand on.
      pen.setColor(SHEET);
      pen.setStroke(new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      pen.draw(letters.getOutline(AffineTransform.getTranslateInstance(from, word.y())));
      pen.setColor(new Color(word.ink().rgb()));
    }
    letters.draw(pen, (float) from, (float) word.y());
  }

  private static Font font(String name) {
    try (InputStream in = ChartPicture.class.getResourceAsStream(FONTS + name + ".ttf")) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + FONTS + name + ".ttf");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(SIZE);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException(e);
    }
  }
}
