package fr.jalon.portal.workshop;

import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Words;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import org.springframework.stereotype.Component;

/**
 * What is written to those who have no place yet, in French; the others are told by the meeting's
 * own mails, so that nobody has two of one act.
 */
@Component
class WorkshopMails {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final Mails mails;
  private final PortalSettings portal;

  WorkshopMails(Mails mails, PortalSettings portal) {
    this.mails = mails;
    this.portal = portal;
  }

  /** Places may be taken. */
  void announced(Season season, Workshop one, Person to) {
    send("announced", season, one, to.name(), to.email());
  }

  void moved(Season season, Workshop one, Waiting to) {
    send("moved", season, one, to.name(), to.email());
  }

  void cancelled(Season season, Workshop one, Waiting to) {
    send("cancelled", season, one, to.name(), to.email());
  }

  private void send(String what, Season season, Workshop one, String name, String email) {
    String key = "workshop.mail." + what;
    String title = Words.stage(season, one.meeting().stage());
    String moment = Words.moment(FRENCH, one.meeting());
    mails.send(
        email,
        FRENCH.text(key + ".subject", title, moment),
        FRENCH.text(
            key,
            name,
            title,
            moment,
            Words.place(FRENCH, one.meeting()),
            one.capacity(),
            portal.link(one.href())));
  }
}
