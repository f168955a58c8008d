package fr.jalon.engine.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SURNAME | Martinage | M•••••",
        "FULL_NAME | MARTINAGE Odile | M••••• O•••••",
        "MOBILE | 06 12 34 56 12 | 06 •• •• •• 12",
        "NIR | 1 84 12 45 234 567 28 | 1 •• •• •• ••• ••• ••",
        "IBAN | FR76 3000 6000 0112 | FR76 •••• •••• ••••",
        "EMAIL | odile.martinage@orange.fr | o•••••@orange.fr",
        "BIRTH_DATE | 12/03/1981 | ••/••/••••",
        "HOME_ADDRESS | 12 rue Haute | •••••• r••••• H•••••",
        "NUMBER_PLATE | AB-123-CD | ••-•••-••",
        "IP_ADDRESS | 192.168.1.20 | •••.•••.•.••",
        "AGE | 45 | ••",
        "MOBILE | 0612 | ••••"
      })
  void showsTooLittleToRecognizeSomeone(Category category, String value, String masked) {
    assertThat(Masked.of(category, value)).isEqualTo(masked);
    assertThat(Masked.of(category, masked)).isEqualTo(masked);
  }
}
