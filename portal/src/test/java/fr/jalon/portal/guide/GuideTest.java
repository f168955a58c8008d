package fr.jalon.portal.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A guide is short, has one picture with its words, and a thing to try. */
class GuideTest {
  private static final int MOST_WORDS = 500;
  private static final Path TEXTS = Path.of("src/main/jte/guide/text");

  @Test
  void everyGuideIsShortShownAndTried() throws IOException {
    List<Path> texts;
    try (Stream<Path> found = Files.list(TEXTS)) {
      texts = found.toList();
    }
    assertThat(texts).hasSameSizeAs(Guide.values());
    for (Path text : texts) {
      String html = Files.readString(text);
      String words = html.replaceAll("<[^>]*>", " ").strip();
      assertThat(words.split("\\s+").length).as(text.toString()).isLessThan(MOST_WORDS);
      assertThat(html.split("<svg ", -1)).as(text.toString()).hasSize(2);
      assertThat(html).as(text.toString()).contains("<title id=\"image-titre\">", "to-try");
    }
  }
}
