package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.portal.web.Rejected;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private static final List<String> CAMILLE =
      List.of("c.durand@saint-jean-de-braye.fr", "Camille Durand", "Saint-Jean-de-Braye");

  private final Passwords passwords =
      new Passwords(new AccountSettings(Duration.ofHours(12), "", 4));

  @ParameterizedTest
  @CsvSource({
    "aaaaaaaaaaaa,PASSWORD_REPEATED",
    "121212121212,PASSWORD_REPEATED",
    "abcdeabcdeabcde,PASSWORD_REPEATED",
    "azertyuiopqs,PASSWORD_IN_ORDER",
    "poiuytrezaml,PASSWORD_IN_ORDER",
    "qwertyuiop12,PASSWORD_IN_ORDER",
    "1qaz2wsx3edc,PASSWORD_IN_ORDER",
    "1aqw2zsx3edc,PASSWORD_IN_ORDER",
    "abcdefghijkl,PASSWORD_IN_ORDER",
    "123456789012,PASSWORD_IN_ORDER",
    "987654321098,PASSWORD_IN_ORDER",
    "Azerty123456!,PASSWORD_IN_ORDER",
    "CamilleDurand,PASSWORD_PERSONAL",
    "c.durand-1984,PASSWORD_PERSONAL",
    "saintjeandebraye,PASSWORD_PERSONAL",
    "Saint-Jean-De-Braye45,PASSWORD_PERSONAL",
    "motdepasse2024!,PASSWORD_WELL_KNOWN",
    "M0tD3P@sse2024,PASSWORD_WELL_KNOWN",
    "Administrateur1,PASSWORD_WELL_KNOWN",
    "bienvenue2025!,PASSWORD_WELL_KNOWN",
    "Chocolat-Soleil,PASSWORD_WELL_KNOWN",
    "MairieBraye2026!,PASSWORD_WELL_KNOWN",
    "durand-azerty-1,PASSWORD_TOO_PLAIN",
    "court,PASSWORD_TOO_SHORT"
  })
  void refusesWhatIsTriedFirstAndSaysWhy(String password, AccountProblem problem) {
    Rejected rejected =
        catchThrowableOfType(Rejected.class, () -> passwords.hash(password, CAMILLE));
    assertThat(rejected).as(password).isNotNull();
    assertThat(rejected.problem()).as(password).isEqualTo(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "le tilleul de la place",
        "une longue phrase à moi",
        "mon chat dort sur le radiateur",
        "k7gd-x2vm-9qtr-hs4p",
        "correct horse battery staple",
        "Trois gros canards verts",
        "Durand préfère les rutabagas",
        "vélo-lampe-ortie-marais"
      })
  void takesSentencesAndWhatIsDrawnAtRandom(String password) {
    assertThatCode(() -> Guesses.requireHard(password, CAMILLE)).doesNotThrowAnyException();
  }

  @Test
  void costsWhatIsSet() {
    String hash =
        new Passwords(new AccountSettings(Duration.ofHours(12), "", 5))
            .hash("le tilleul de la place", List.of());
    assertThat(hash).startsWith("$2a$05$");
  }
}
