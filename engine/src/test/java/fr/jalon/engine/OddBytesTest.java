package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes where none is expected: the engine may refuse them, and must never fail on them. */
class OddBytesTest {
  /** Those of byte order marks, of the beginnings of formats, and the ends of the range. */
  private static final int[] BEGINNINGS = {
    0x00, 0x01, 0x0a, 0x0d, 0x1b, 0x1f, 0x20, 0x22, 0x2b, 0x3b, 0x3c, 0x50, 0x5b, 0x7b, 0x7f, 0x80,
    0x8b, 0xbb, 0xbf, 0xd0, 0xef, 0xfe, 0xff
  };

  /** A header and a right value of nearly every kind. */
  private static final String[][] VALUES = {
    {"annee", "1001"},
    {"année", "2021"},
    {"date", "12/03/2022"},
    {"date", "2022-03-12T10:00:00"},
    {"période", "2022-03-12/2022-03-14"},
    {"SIRET", "21450234300014"},
    {"SIREN", "214502343"},
    {"code INSEE", "45234"},
    {"code postal", "45160"},
    {"département", "45"},
    {"téléphone", "0238793333"},
    {"RNA", "W451234567"},
    {"UAI", "0450001A"},
    {"NIR", "255081416802538"},
    {"IBAN", "FR7630006000011234567890189"},
    {"montant", "1 200,50"},
    {"latitude", "47.9"},
    {"longitude", "1.9"},
    {"point", "47.9,1.9"},
    {"oui ou non", "oui"},
    {"geometry", "{\"type\":\"Point\",\"coordinates\":[1.9,47.9]}"},
    {"uuid", "123e4567-e89b-12d3-a456-426614174000"}
  };

  @TempDir Path folder;

  @Test
  void filesOfAFewBytesAreAnswered() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (int first : BEGINNINGS) {
      files.add(new byte[] {(byte) first});
      for (int second : BEGINNINGS) {
        files.add(new byte[] {(byte) first, (byte) second});
        files.add(new byte[] {(byte) first, (byte) second, (byte) 0xbf});
      }
    }
    for (byte[] bytes : files) {
      answers(bytes);
    }
  }

  @Test
  void controlCodesAroundAValueChangeNoKind() throws IOException {
    for (int code : new int[] {0x01, 0x0b, 0x10, 0x1c}) {
      for (String[] one : VALUES) {
        for (boolean before : new boolean[] {true, false}) {
          ByteArrayOutputStream file = new ByteArrayOutputStream();
          file.writeBytes(text(one[0] + ";b\n\""));
          file.write(before ? code : ' ');
          file.writeBytes(text(one[1].replace("\"", "\"\"")));
          file.write(before ? ' ' : code);
          file.writeBytes(text("\";2\n\"" + one[1].replace("\"", "\"\"") + "\";3\n"));
          answers(file.toByteArray());
        }
      }
    }
  }

  private void answers(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("odd.csv"), bytes);
    Path work = Files.createDirectories(folder.resolve("work"));
    Source source = new Source(file, "odd.csv", bytes.length, work);
    Inspection inspection = Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);
    assertThat(inspection.refusal() == null ? "" : inspection.refusal().code())
        .as(new String(bytes, StandardCharsets.ISO_8859_1))
        .isNotEqualTo("unreadable-file");
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
