package fr.jalon.engine.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes, the answer is a table or a refusal. */
class HostileFilesTest {
  private static final String ALPHABET = ";;,,\t|\"\"'\n\n\r \\0123456789.-abcé€\u00a0\ufeff\0";

  @Test
  void readsOrRefusesAnyText() {
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(i % 20 == 0 ? 5000 : 200);
      for (int k = 0; k < length; k++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      answer(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void readsOrRefusesAnyBytes() {
    Random random = new Random(11);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(3000)];
      random.nextBytes(bytes);
      answer(bytes);
    }
  }

  @Test
  void readsOrRefusesAFileWithSomeBytesChanged() {
    for (int seed = 0; seed < 150; seed++) {
      byte[] bytes = new MessyFile(seed).bytes.clone();
      Random random = new Random(seed);
      for (int k = 0; k < 1 + random.nextInt(10); k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      answer(bytes);
    }
  }

  @Test
  void givesTheSameRowsAsItCounts() {
    for (int seed = 0; seed < 100; seed++) {
      byte[] bytes = new MessyFile(seed).bytes.clone();
      Random random = new Random(seed);
      for (int k = 0; k < 5; k++) {
        bytes[random.nextInt(bytes.length)] = (byte) "\";,\n\r".charAt(random.nextInt(5));
      }
      Csv csv = Csv.read(bytes);
      assertThat(csv.table().reading().rows()).as("seed %d", seed).isEqualTo(csv.rows().size());
    }
  }

  @Test
  void saysWhyItRefuses() {
    assertThat(answer(new byte[0])).isEqualTo("empty-file");
    assertThat(answer("\n \n\n")).isEqualTo("empty-file");
    assertThat(answer("<html><body>Bonjour</body></html>")).isEqualTo("not-a-table.web-page");
    assertThat(answer(("c;").repeat(100_000))).isEqualTo("too-many-columns");
    byte[] noise = new byte[50_000];
    new Random(3).nextBytes(noise);
    assertThat(answer(noise)).isEqualTo("not-a-table.binary");
  }

  @Test
  void readsALineOfTenMillionCharacters() {
    Csv csv = Csv.read("nom;texte\nA;" + "x".repeat(10_000_000) + "\nB;fin\n");
    assertThat(csv.rows()).hasSize(2);
    assertThat(csv.rows().get(0).get(1)).hasSize(10_000_000);
  }

  @Test
  void isNotSwallowedByAnyQuote() {
    Csv csv = Csv.read("nom;ville\n" + "\"A;Gien\n".repeat(100_000));
    assertThat(csv.table().reading().rows()).isEqualTo(100_000);
  }

  @Test
  void losesNoColumnUsedOnlyInTheMiddle() {
    String rows = ";A;1;;;\n".repeat(500);
    Csv csv = Csv.read(";nom;n;;;\n" + rows + "x;A;1;;y;\n" + rows);
    assertThat(csv.columns()).containsExactly("colonne_A", "nom", "n", "colonne_D", "colonne_E");
    assertThat(csv.rows().get(500)).containsExactly("x", "A", "1", "", "y");
    assertThat(csv.rows().get(501)).containsExactly("", "A", "1", "", "");
  }

  private static String answer(String text) {
    return answer(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String answer(byte[] bytes) {
    try {
      Csv csv = Csv.tryRead(bytes, ReadOptions.NONE);
      assertThat(csv.table().reading().rows()).isEqualTo(csv.rows().size());
      return "read";
    } catch (UnreadableFile e) {
      return e.refusal().code();
    }
  }
}
