package fr.jalon.portal.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts put in a PDF: ours for nearly all, its figures of one width for columns of numbers, and
 * another for the rest of the world's letters. All are in the program.
 */
final class Fonts {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;
  private static final byte[] REST = bytes("dejavu-sans");

  private static final List<Face> FACES =
      List.of(
          new Face("Text", REGULAR, bytes("atkinson-hyperlegible-next-regular")),
          new Face("Text", BOLD, bytes("atkinson-hyperlegible-next-bold")),
          new Face("Figures", REGULAR, bytes("figures-regular")),
          new Face("Figures", BOLD, bytes("figures-bold")),
          new Face("Rest", REGULAR, REST));

  private static final List<CmapLookup> LETTERS =
      List.of(letters(FACES.get(0).bytes()), letters(REST));

  private Fonts() {}

  static void putIn(PdfRendererBuilder builder) {
    for (Face face : FACES) {
      builder.useFont(
          () -> new ByteArrayInputStream(face.bytes()),
          face.family(),
          face.weight(),
          FontStyle.NORMAL,
          true);
    }
  }

  /**
   * The text with U+FFFD in the place of what no font here can draw.
   *
   * @param missing what is replaced is added to it
   */
  static String drawable(String text, Set<String> missing) {
    if (text.chars().allMatch(Fonts::isPlain)) {
      return text;
    }
    StringBuilder drawable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> {
              if (isDrawn(letter)) {
                drawable.appendCodePoint(letter);
              } else {
                missing.add(Character.toString(letter));
                drawable.append(Characters.REPLACEMENT);
              }
            });
    return drawable.toString();
  }

  /** Those of French and of most of Europe, which need no look. */
  private static boolean isPlain(int letter) {
    return letter <= 0x17f;
  }

  /** What is never drawn, such as a soft hyphen, lacks in no font. */
  private static boolean isDrawn(int letter) {
    return isPlain(letter)
        || Character.getType(letter) == Character.FORMAT
        || LETTERS.stream().anyMatch(font -> font.getGlyphId(letter) != 0);
  }

  private static CmapLookup letters(byte[] bytes) {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
      return font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    String file = "fonts/" + name + ".ttf";
    try (InputStream in = Fonts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Face(String family, int weight, byte[] bytes) {}
}
