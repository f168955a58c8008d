package fr.jalon.portal.demo;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.checklist.ItemState;
import fr.jalon.portal.checklist.Said;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Beneficiary.Dossier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What authorities of the demo said of their checklists: half of it, one item is late. */
final class DemoChecklists {
  private final Checklists checklists;
  private final Beneficiaries beneficiaries;
  private final DemoAccounts accounts;

  DemoChecklists(Checklists checklists, Beneficiaries beneficiaries, DemoAccounts accounts) {
    this.checklists = checklists;
    this.beneficiaries = beneficiaries;
    this.accounts = accounts;
  }

  /**
   * @param all the authorities of the season by name, none when it was there already
   */
  void make(Map<String, Beneficiary> all, LocalDate today) {
    Person facilitator = accounts.get("animation@recia.example");
    Beneficiary olivet = all.get("Olivet");
    if (olivet != null) {
      Person focalPoint = accounts.get("referent@olivet.example");
      deliberate(olivet, focalPoint, today);
      say(focalPoint, olivet, AuthorityItem.ELECTED, done("L'adjointe au numérique"));
      say(focalPoint, olivet, AuthorityItem.SERVICES, done("Réunion des chefs de service"));
      say(focalPoint, olivet, AuthorityItem.INVENTORY, begun("Camille Agent", today.plusDays(20)));
      say(
          focalPoint,
          olivet,
          AuthorityItem.NATIONAL_ACCOUNT,
          new Said(ItemState.DONE, "", "https://www.data.gouv.fr/organizations/", "", null));
      say(focalPoint, olivet, AuthorityItem.REGISTER, begun("Notre DPO", today.minusDays(6)));
    }
    for (String name : List.of("Gien", "Vierzon", "Amboise", "Blois", "Loches")) {
      Beneficiary one = all.get(name);
      if (one != null) {
        say(facilitator, one, AuthorityItem.ELECTED, done("Le maire suit lui-même"));
        deliberate(one, facilitator, today);
      }
    }
    Beneficiary gien = all.get("Gien");
    if (gien != null) {
      say(
          facilitator,
          gien,
          AuthorityItem.CONTRACTS,
          new Said(ItemState.NOT_CONCERNED, "Aucun marché ne court cette année", "", "", null));
    }
  }

  private void deliberate(Beneficiary one, Person by, LocalDate today) {
    Beneficiary now = beneficiaries.get(one.id());
    Dossier dossier = now.dossier();
    beneficiaries.tell(
        by,
        one.id(),
        new Dossier(
            dossier.address(),
            dossier.signatory(),
            dossier.agents(),
            "Délibération 2026-12",
            today.minusMonths(8),
            dossier.debtorSiret(),
            dossier.serviceCode(),
            dossier.engagement(),
            dossier.noCodes()),
        now.revision());
  }

  private void say(Person by, Beneficiary one, AuthorityItem item, Said said) {
    checklists.say(by, one, item, said, 0);
  }

  private static Said done(String words) {
    return new Said(ItemState.DONE, words, "", "", null);
  }

  private static Said begun(String owner, @Nullable LocalDate due) {
    return new Said(ItemState.UNDER_WAY, "", "", owner, due);
  }
}
