package fr.jalon.portal.questionnaire;

import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.Proof;
import fr.jalon.portal.checklist.ProofSource;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.web.Messages;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The inventory that a questionnaire holds ticks its item of the checklist. */
@Component
class InventoryProof implements ProofSource {
  /** The same word in each language of the pages. */
  private static final String ABOUT = "questionnaire";

  private final FillingRows rows;

  InventoryProof(FillingRows rows) {
    this.rows = rows;
  }

  @Override
  public Map<UUID, Map<AuthorityItem, Proof>> prove(Collection<Followed> beneficiaries) {
    List<UUID> ids = beneficiaries.stream().map(one -> one.beneficiary().id()).toList();
    Map<UUID, Map<AuthorityItem, Proof>> proved = new HashMap<>();
    for (FillingRows.Listed listed : rows.listInventories(ids)) {
      // the first of them: entry comes before exit
      proved.putIfAbsent(
          listed.beneficiaryId(),
          Map.of(
              AuthorityItem.INVENTORY,
              new Proof(
                  LocalDate.ofInstant(listed.since(), Messages.PARIS),
                  ABOUT,
                  QuestionnairePaths.filling(listed.fillingId()))));
    }
    return proved;
  }
}
