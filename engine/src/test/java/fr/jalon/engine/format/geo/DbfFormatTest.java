package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DbfFormatTest {
  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "IBM850", "UTF-8"})
  void readsATableByItself(String charset) {
    byte[] file =
        table(Charset.forName(charset), 1, " Fête d'été     12.5020240131T     1", "NOM", "NB");
    Outcome outcome = Outcome.of("a.dbf", file);
    assertThat(outcome.reading().format()).isEqualTo("dbf");
    assertThat(outcome.columns()).containsExactly("NOM", "NB", "LE", "OUI", "NOTE");
    assertThat(outcome.lines()).containsExactly("Fête d'été | 12.5 | 2024-01-31 | true | ");
    assertThat(outcome.notes()).containsExactly("texts-elsewhere");
    assertThat(outcome.reading().crs()).isNull();
  }

  @Test
  void leavesOutDeletedRecordsAndStars() {
    String records =
        "*effacé          1.00        ?      "
            + " gardé        *******20240230?      "
            + " deux            3.00        N      ";
    Outcome outcome = Outcome.of("a.dbf", table(StandardCharsets.UTF_8, 9, records, "NOM", "NB"));
    assertThat(outcome.lines())
        .containsExactly("gardé |  | 2024-02-30 |  | ", "deux | 3 |  | false | ");
    assertThat(outcome.notes())
        .containsExactly("records-deleted", "numbers-overflowed", "records-cut");
    assertThat(outcome.sourceRows()).containsExactly(2L, 3L);
  }

  @Test
  void keepsTwoFieldsOfOneName() {
    byte[] file =
        table(StandardCharsets.UTF_8, 1, " a               1.00        T      ", "X", "X");
    assertThat(Outcome.of("a.dbf", file).columns()).startsWith("X", "X_2");
    assertThat(Outcome.of("a.dbf", file).lines()).containsExactly("a | 1 |  | true | ");
  }

  @Test
  void readsLettersCutInTwoByTheWidth() {
    String records =
        " Fête           12.5020240131T     1 abcdefghijklé   1.0020240131T     1"
            + " Théâtre         2.0020240131T     1";
    byte[] file = table(StandardCharsets.UTF_8, 3, records, "bât_né_", "NB");
    // ten bytes, the last of which is the first of two
    file[32 + 9] = (byte) 0xc3;
    Outcome outcome = Outcome.of("a.dbf", file);
    assertThat(outcome.columns()).startsWith("bât_né_", "NB");
    assertThat(outcome.rows().stream().map(row -> row.get(0)))
        .containsExactly("Fête", "abcdefghijkl", "Théâtre");
  }

  @Test
  void takesNoLetterOfAnotherEncodingForOneCutInTwo() {
    byte[] file =
        table(
            Charset.forName("windows-1252"),
            1,
            " abcdefghijklé   1.0020240131T     1",
            "ABCDEFGHI\u00c9",
            "NB");
    Outcome outcome = Outcome.of("a.dbf", file);
    assertThat(outcome.columns()).startsWith("ABCDEFGHIÉ");
    assertThat(outcome.lines().get(0)).startsWith("abcdefghijklé |");
  }

  @Test
  void takesTheEncodingAsked() {
    byte[] file =
        table(
            Charset.forName("windows-1252"),
            1,
            " \u0152uvre           1.00        T      ",
            "A",
            "B");
    assertThat(
            Outcome.of("a.dbf", file, ReadOptions.NONE.withEncoding("windows-1252")).lines().get(0))
        .startsWith("Œuvre");
  }

  @Test
  void readsNumbersOfFixedWidthOnlyWhenTheyHaveIt() {
    byte[] file =
        table(StandardCharsets.UTF_8, 1, " a               1.00        T      ", "A", "B");
    for (char type : "IO+@TYB".toCharArray()) {
      byte[] changed = file.clone();
      changed[32 + 3 * 32 + 11] = (byte) type;
      assertThat(Outcome.of("a.dbf", changed).rows()).hasSize(1);
    }
  }

  @Test
  void isNoTextThatBeginsLikeOne() {
    assertThat(Outcome.of("a.csv", "0;1;2\n" + "1;2;3\n".repeat(20)).reading().format())
        .isEqualTo("csv");
  }

  @Test
  void survivesAnyDamage() {
    Damage.survive(
        new DbfFormat(),
        "a.dbf",
        table(StandardCharsets.UTF_8, 1, " été             1.00        T      ", "A", "B"));
  }

  /** Fields of a text of 15, a number of 7, a date, a truth value and a memo. */
  private static byte[] table(
      Charset charset, int records, String content, String first, String second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = new byte[32 + 5 * 32 + 1];
    ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(0, (byte) 3).put(1, (byte) 124).put(2, (byte) 5).put(3, (byte) 17);
    bytes.putInt(4, records).putShort(8, (short) header.length).putShort(10, (short) 36);
    field(bytes, 0, first.getBytes(charset), 'C', 13);
    field(bytes, 1, second.getBytes(charset), 'N', 7);
    field(bytes, 2, "LE".getBytes(charset), 'D', 8);
    field(bytes, 3, "OUI".getBytes(charset), 'L', 1);
    field(bytes, 4, "NOTE".getBytes(charset), 'M', 6);
    header[header.length - 1] = 0x0d;
    out.writeBytes(header);
    for (int at = 0; at < content.length(); at += 36) {
      String record = content.substring(at, Math.min(at + 36, content.length()));
      byte[] text = record.substring(1, 14).strip().getBytes(charset);
      out.write(record.charAt(0));
      out.writeBytes(Arrays.copyOf(text, Math.min(13, text.length)));
      out.writeBytes(" ".repeat(Math.max(0, 13 - text.length)).getBytes(charset));
      out.writeBytes(record.substring(14).getBytes(charset));
    }
    out.write(0x1a);
    return out.toByteArray();
  }

  private static void field(ByteBuffer header, int rank, byte[] name, char type, int length) {
    int at = 32 + 32 * rank;
    header.put(at, name);
    header.put(at + 11, (byte) type).put(at + 16, (byte) length);
  }
}
