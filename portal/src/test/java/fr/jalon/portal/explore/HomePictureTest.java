package fr.jalon.portal.explore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Engine;
import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.format.Source;
import fr.jalon.portal.web.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture of the home page says what the engine does of that very file. */
class HomePictureTest {
  @Test
  void isWhatTheEngineMakesOfTheFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("subventions.csv");
    Files.writeString(file, csv(HomePicture.before(), ';'), UTF_8);
    Source source = new Source(file, "subventions.csv", Files.size(file), folder);
    Clock clock = Clock.fixed(Instant.parse("2026-11-30T10:00:00Z"), Messages.PARIS);
    Inspection seen = Engine.inspect(source, InspectOptions.NONE, clock, Progress.NONE);
    Sentences sentences = Sentences.in(Locale.FRENCH);
    List<String> said =
        seen.proposals().stream().map(sentences::of).map(HomePictureTest::plain).toList();

    assertThat(said)
        .containsExactlyInAnyOrder(
            shown("explore.home.picture.total"),
            shown("explore.home.picture.dates"),
            shown("explore.home.picture.codes"));
    Export export =
        Engine.repair(source, InspectOptions.NONE, seen.proposals(), clock, Progress.NONE);
    assertThat(export.files()).isNotEmpty();
    assertThat(Files.readString(folder.resolve("data.csv")))
        .isEqualTo(csv(HomePicture.after(), ','));
  }

  private static String csv(List<List<String>> rows, char separator) {
    List<List<String>> all = new ArrayList<>();
    all.add(HomePicture.names());
    all.addAll(rows);
    StringBuilder csv = new StringBuilder();
    all.forEach(row -> csv.append(String.join(Character.toString(separator), row)).append('\n'));
    return csv.toString();
  }

  private static String shown(String key) throws Exception {
    java.util.Properties words = new java.util.Properties();
    try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages_fr.properties"))) {
      words.load(in);
    }
    return plain(words.getProperty(key).replace("''", "'"));
  }

  private static String plain(String sentence) {
    return sentence.replace('\u202f', ' ').replace('\u00a0', ' ');
  }
}
