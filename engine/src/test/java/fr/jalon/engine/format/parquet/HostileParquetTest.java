package fr.jalon.engine.format.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** Pieces of Parquet that no program writes, or only odd ones. */
class HostileParquetTest {
  @Test
  void refusesNamesThatManyColumnsWouldRepeat() {
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    footer.write(0x29);
    footer.write(0xfc);
    number(footer, 1_002);
    // the root, a group of a long name, and its columns
    bytes(footer, 0x55, 2, 0, 0x48);
    number(footer, 1 << 20);
    footer.writeBytes(new byte[1 << 20]);
    footer.write(0x15);
    number(footer, 2_000);
    footer.write(0);
    for (int i = 0; i < 1_000; i++) {
      bytes(footer, 0x15, 2, 0x38, 1, 'a', 0);
    }
    footer.write(0);
    assertThatThrownBy(() -> new Footer(footer.toByteArray(), 1 << 21))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("too-large"));
  }

  @Test
  void takesAnyWidthForPartsOfABlockThatHoldNothing() throws Exception {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    bytes(page, 0x80, 1, 4, 3, 10, 0, 1, 200, 255, 99, 1, 0, 0, 0);
    DeltaNumbers numbers = new DeltaNumbers(page.toByteArray(), 0);
    assertThat(numbers.next()).isEqualTo(5);
    assertThat(numbers.next()).isEqualTo(6);
    assertThat(numbers.next()).isEqualTo(6);
  }

  @Test
  void refusesAWidthNoNumberHas() throws Exception {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    bytes(page, 0x80, 1, 4, 3, 10, 0, 65, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    DeltaNumbers numbers = new DeltaNumbers(page.toByteArray(), 0);
    assertThat(numbers.next()).isEqualTo(5);
    assertThatThrownBy(numbers::next).isInstanceOf(RefusedException.class);
  }

  @Test
  void countsTheSameBytesEachTimeTheyAreRead() throws Exception {
    Budget budget = new Budget();
    budget.read(Limits.ARCHIVE_BYTES);
    assertThatThrownBy(() -> budget.read(1)).isInstanceOf(RefusedException.class);
  }

  @Test
  void keepsTextsOnlyAsLongAsThereIsRoom() {
    Budget budget = new Budget();
    String text = "x".repeat(1 << 20);
    long kept = 0;
    for (int i = 0; i < 100; i++) {
      kept += budget.keep(text);
    }
    assertThat(kept).isLessThanOrEqualTo(64 << 20);
    assertThat(budget.keep(text)).isZero();
    budget.forget(kept);
    assertThat(budget.keep(text)).isPositive();
  }

  private static void bytes(ByteArrayOutputStream out, int... bytes) {
    for (int each : bytes) {
      out.write(each);
    }
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int left = value;
    while (left > 0x7f) {
      out.write(left & 0x7f | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }
}
