package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.personal.Category;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.web.Messages;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsOfPeopleTest {
  @Test
  void whoeverIsNamedInWhatIsWrittenIsSeen() {
    assertThat(TextsOfPeople.of(draft("Absences de Mme Élodie Brisset", "a@mairie.fr")))
        .containsEntry("title", List.of(Category.FULL_NAME));
    assertThat(TextsOfPeople.of(draft("Arbres", "elodie.brisset@mairie-olivet.fr")))
        .containsOnlyKeys("contact");
    assertThat(TextsOfPeople.of(draft("Subventions de la rue Victor Hugo", "mairie@olivet.fr")))
        .isEmpty();
  }

  @Test
  void oneAgreesToTheseWordsAndToNoOthers() {
    Draft draft = draft("Absences de Mme Élodie Brisset", "mairie@olivet.fr");
    assertThat(draft.isWhole()).isFalse();
    Draft agreed = draft.agreeingToPeople();
    assertThat(agreed.isWhole()).isTrue();
    Draft other = draft("Absences de Mme Chloé Vantal", "mairie@olivet.fr");
    assertThat(other.agreeingToPeople().peopleAgreed()).isNotEqualTo(agreed.peopleAgreed());
    assertThat(draft("Arbres", "mairie@olivet.fr").agreeingToPeople().peopleAgreed()).isEmpty();
  }

  @Test
  void allThatSinglesOutHasItsWords() {
    Stream.of(Category.values())
        .filter(Category::singlesOut)
        .forEach(
            category -> {
              String key = "deposit.people." + category.code();
              assertThat(Messages.in(Messages.FRENCH).has(key)).as(key).isTrue();
              assertThat(Messages.in(Messages.ENGLISH).has(key)).as(key).isTrue();
            });
  }

  private static Draft draft(String title, String contact) {
    return new Draft(
        title,
        "Des lieux.",
        List.of("lieux"),
        Theme.GOVERNMENT,
        null,
        License.LICENCE_OUVERTE,
        UpdateFrequency.ANNUAL,
        contact,
        "2022",
        Map.of());
  }
}
