package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
  @TempDir Path folder;

  private Source source(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes);
    Path work = Files.createDirectories(folder.resolve("work"));
    return new Source(file, name, bytes.length, work);
  }

  @Test
  void refusesAnEmptyFileInWords() throws IOException {
    Inspection inspection =
        Engine.inspect(
            source("vide.csv", new byte[0]), InspectOptions.NONE, Noon.CLOCK, Progress.NONE);

    assertThat(inspection.refusal()).isEqualTo(new Refusal("empty-file", Map.of()));
    assertThat(inspection.sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void neverThrowsOnNoise() throws IOException {
    Random random = new Random(45);
    for (int trial = 0; trial < 60; trial++) {
      byte[] bytes = new byte[random.nextInt(4000)];
      random.nextBytes(bytes);
      if (trial % 3 == 1) {
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, Math.min(4, bytes.length));
      } else if (trial % 3 == 2) {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) ";,\n\"a1é€ \t{}[]:".charAt(Math.abs(bytes[i]) % 15);
        }
      }
      Source source = source("bruit" + trial, bytes);
      Inspection inspection =
          Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);
      Export export =
          Engine.repair(
              source, InspectOptions.NONE, inspection.proposals(), Noon.CLOCK, Progress.NONE);
      assertThat(inspection.refusal() == null || export.files().isEmpty()).isTrue();
    }
  }

  @Test
  void showsTheFirstRowsAndTheirPlace() throws IOException {
    String text = "nom;montant\nA;1\n\nB;2\n";
    Inspection inspection =
        Engine.inspect(
            source("a.csv", text.getBytes(StandardCharsets.UTF_8)),
            InspectOptions.NONE,
            Noon.CLOCK,
            Progress.NONE);

    assertThat(inspection.preview())
        .containsExactly(
            new Inspection.PreviewRow(2, List.of("A", "1")),
            new Inspection.PreviewRow(4, List.of("B", "2")));
  }

  @Test
  void changesNothingWhenNothingIsAccepted() throws IOException {
    String text = "nom;date\n Été ;12/03/2022\nB;NC\n";
    Source source = source("a.csv", text.getBytes(StandardCharsets.UTF_8));

    Engine.repair(source, InspectOptions.NONE, List.of(), Noon.CLOCK, Progress.NONE);

    assertThat(
            Files.readString(source.work().resolve("data.csv"))
                .replace("\r", "")
                .replace("\ufeff", ""))
        .isEqualTo("nom,date\n Été ,12/03/2022\nB,NC\n");
  }

  @Test
  void findsATitleTheReaderHadToNumber() throws IOException {
    String text = "nom;nom;ville\nA;B;Tours\nC;D;Blois\n";
    Source source = source("a.csv", text.getBytes(StandardCharsets.UTF_8));

    assertThat(Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE).findings())
        .filteredOn(finding -> finding.code().equals("duplicate-header"))
        .extracting(finding -> finding.letters())
        .containsExactly("B");
  }
}
