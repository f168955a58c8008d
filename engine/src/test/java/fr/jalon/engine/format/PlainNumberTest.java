package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {
  @ParameterizedTest
  @CsvSource({
    "12,12",
    "12.0,12",
    "-0.50,-0.5",
    "-0,0",
    "0.10000000000000001,0.1",
    "0.30000000000000004,0.30000000000000004",
    "43.610767999999997,43.610768",
    "-1.9023456789012345,-1.9023456789012345",
    "100.00000000000000,100",
    "2.1450234000017E13,21450234000017",
    "12345678901234567890,12345678901234567890",
    "1e3,1000",
    "1E-7,0.0000001",
    ".5,0.5",
    "-.5,-0.5",
    "5.,5"
  })
  void writesTheShortestPlainDigits(String written, String plain) {
    assertThat(PlainNumber.plain(written)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"abc", "1-2", "--1", "1.2.3", "12 kg", "12d", "NaN", "0x1p3"})
  void leavesWhatIsNoNumber(String text) {
    assertThat(PlainNumber.plain(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1e999999999", "-1e-999999999", "1E+2147483648"})
  void leavesWhatNoDoubleHolds(String text) {
    assertThat(PlainNumber.plain(text)).isEqualTo(text);
  }

  @Test
  void readsBackAsTheSameNumber() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 4);
      for (String written :
          new String[] {Double.toString(value), String.format(Locale.ROOT, "%.17g", value)}) {
        String plain = PlainNumber.plain(written);
        assertThat(Double.parseDouble(plain)).as(written).isEqualTo(Double.parseDouble(written));
        assertThat(plain.length()).as(plain).isLessThanOrEqualTo(PlainNumber.text(value).length());
      }
    }
  }
}
