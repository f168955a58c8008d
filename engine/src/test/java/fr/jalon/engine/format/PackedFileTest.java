package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PackedFileTest {
  private static final String CSV = "nom;ville\nLéa;Tours\nTom;Blois\nZoé;Bourges\nAna;Dreux\n";

  @Test
  void readsTheCsvInsideAZip() {
    byte[] zip =
        new Zips().with("lisez-moi.txt", "Bonjour").with("donnees/villes.csv", CSV).bytes();
    Outcome outcome = Outcome.of("a.zip", zip);
    assertThat(outcome.lines()).contains("Léa | Tours", "Tom | Blois");
    assertThat(outcome.notes()).contains("unpacked");
    assertThat(outcome.reading().format()).isEqualTo("csv");
  }

  @Test
  void readsTheFileAskedForElseTheLargest() {
    byte[] zip = new Zips().with("a.csv", "rue;age\nx;1\ny;2\n").with("b.csv", CSV).bytes();
    assertThat(Outcome.of("a.zip", zip).columns()).containsExactly("nom", "ville");
    ReadOptions asked = ReadOptions.NONE.withSheet("a.csv");
    assertThat(Outcome.of("a.zip", zip, asked).columns()).containsExactly("rue", "age");
  }

  @Test
  void readsAGzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(CSV.getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = out.toByteArray();
    assertThat(Outcome.of("a.csv.gz", whole).rows()).hasSize(4);
    for (int length = 3; length < whole.length; length += 5) {
      assertThat(Outcome.of("a.csv.gz", Arrays.copyOf(whole, length)).refusal())
          .isEqualTo("corrupt-archive");
    }
  }

  @Test
  void refusesAnArchiveUnderTheNameOfACsv() {
    byte[] inner = new Zips().with("a.csv", CSV).bytes();
    assertThat(Outcome.of("a.zip", new Zips().with("b.csv", inner).bytes()).refusal())
        .isEqualTo("not-a-table.archive");
  }
}
