package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowSpoolTest {
  @TempDir Path folder;

  /** A workbook of a few bytes may say the same long text in millions of cells. */
  @Test
  void refusesATextSaidSoOftenThatNoDiskWouldHoldIt() throws IOException {
    byte[] text = new byte[1000];
    try (RowSpool spool = new RowSpool(folder, 10_000)) {
      for (int row = 1; row <= 10; row++) {
        spool.wellFormed(0, text, 0, text.length);
        spool.endRow(row);
      }
      assertThatThrownBy(() -> spool.wellFormed(0, text, 0, text.length))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("too-large"));
    }
  }

  @Test
  void halfACharacterIsALostOne() {
    assertThat(new String(Utf8.of("a\ud800b\udc00 😀 é"), StandardCharsets.UTF_8))
        .isEqualTo("a\ufffdb\ufffd 😀 é");
  }
}
