package fr.jalon.portal.questionnaire;

import fr.jalon.portal.programme.AskedElsewhere;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questionnaire among what a beneficiary is asked for: it ticks itself once handed in. */
@Component
class EntryQuestionnaire implements AskedElsewhere {
  private final Fillings fillings;

  EntryQuestionnaire(Fillings fillings) {
    this.fillings = fillings;
  }

  @Override
  public String key() {
    return "questionnaire.expected";
  }

  @Override
  public boolean isReceived(UUID beneficiaryId) {
    return fillings.find(beneficiaryId, Occasion.ENTRY).filter(Filling::isHandedIn).isPresent();
  }
}
