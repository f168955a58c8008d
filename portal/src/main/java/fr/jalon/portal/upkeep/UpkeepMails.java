package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.deposit.DepositLine;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mails about what is to be renewed, in French: written in the transaction that causes them.
 * They carry titles and links, and nothing of what the files hold.
 */
@Component
class UpkeepMails {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final Mails mails;
  private final PortalSettings portal;

  UpkeepMails(Mails mails, PortalSettings portal) {
    this.mails = mails;
    this.portal = portal;
  }

  /** A new version is awaited. */
  void remind(Kept kept, Stage stage) {
    DepositLine begun = kept.underWay();
    String next =
        begun == null
            ? FRENCH.text("upkeep.mail.drop", portal.link(drop(kept.dataset().id())))
            : FRENCH.text("upkeep.mail.begun", portal.link(begun.href()));
    kept.reminded()
        .forEach(
            person ->
                mails.send(
                    person.email(),
                    FRENCH.text("upkeep.mail." + stage.key() + ".subject", title(kept.dataset())),
                    FRENCH.text(
                        "upkeep.mail.remind",
                        person.name(),
                        FRENCH.text(
                            "upkeep.mail." + stage.key(), title(kept.dataset()), kept.due()),
                        next,
                        portal.link(page(kept.dataset())))));
  }

  /** Someone else looks after it now: the new one gets its summary, the former one is told. */
  void handedOver(Dataset dataset, Person to, @Nullable Person from, Person by, String note) {
    if (!to.id().equals(by.id())) {
      mails.send(
          to.email(),
          FRENCH.text("upkeep.mail.handed.subject", title(dataset)),
          FRENCH.text(
              "upkeep.mail.handed",
              to.name(),
              by.name(),
              title(dataset),
              note.isEmpty() ? "" : FRENCH.text("upkeep.mail.note", note),
              portal.link(page(dataset) + "/fiche")));
    }
    if (from != null && !from.id().equals(by.id()) && !from.id().equals(to.id())) {
      mails.send(
          from.email(),
          FRENCH.text("upkeep.mail.relieved.subject", title(dataset)),
          FRENCH.text("upkeep.mail.relieved", from.name(), by.name(), title(dataset), to.name()));
    }
  }

  /** The file fetched is new: its deposit awaits someone. */
  void fetched(List<Person> people, Dataset dataset, UUID depositId) {
    tell(people, dataset, "fetched", portal.link("/depots/" + depositId));
  }

  /** It could not be taken. */
  void notFetched(List<Person> people, Dataset dataset) {
    tell(people, dataset, "not-fetched", portal.link(page(dataset)));
  }

  /** It is not tried any more. */
  void stopped(List<Person> people, Dataset dataset) {
    tell(people, dataset, "stopped", portal.link(page(dataset)));
  }

  private void tell(List<Person> people, Dataset dataset, String what, String link) {
    people.forEach(
        person ->
            mails.send(
                person.email(),
                FRENCH.text("upkeep.mail." + what + ".subject", title(dataset)),
                FRENCH.text("upkeep.mail." + what, person.name(), title(dataset), link)));
  }

  /** Where the next file of a dataset is dropped. */
  static String drop(UUID datasetId) {
    return "/depots/nouveau?jeu=" + datasetId;
  }

  /** Where the upkeep of a dataset is seen to. */
  static String page(Dataset dataset) {
    return CatalogPaths.care(dataset.slug()) + UpkeepController.PATH;
  }

  private static String title(Dataset dataset) {
    return dataset.title();
  }
}
