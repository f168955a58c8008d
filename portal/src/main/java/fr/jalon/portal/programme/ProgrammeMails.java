package fr.jalon.portal.programme;

import fr.jalon.portal.account.Mails;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The mails of the programme, in French: written in the transaction that causes them. */
@Component
class ProgrammeMails {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  /** What a link that answers an invitation is sealed for. */
  static final String ANSWER = "answer";

  private final Mails mails;
  private final Seal seal;
  private final PortalSettings portal;
  private final Clock clock;

  ProgrammeMails(Mails mails, Seal seal, PortalSettings portal, Clock clock) {
    this.mails = mails;
    this.seal = seal;
    this.portal = portal;
    this.clock = clock;
  }

  /** Its contact has the answer that it arrived. */
  void candidacyReceived(Season season, Candidacy candidacy) {
    mails.send(
        candidacy.contact().email(),
        FRENCH.text("programme.mail.received.subject", season.name()),
        FRENCH.text(
            "programme.mail.received",
            candidacy.contact().name(),
            candidacy.name(),
            season.name(),
            candidacy.reasons()));
  }

  /** Accepted, on the waiting list or refused. */
  void candidacyDecided(Season season, Candidacy candidacy) {
    String key = "programme.mail.decided." + candidacy.standing();
    mails.send(
        candidacy.contact().email(),
        FRENCH.text(key + ".subject", season.name()),
        FRENCH.text(
            key,
            candidacy.contact().name(),
            candidacy.name(),
            season.name(),
            candidacy.reason(),
            candidacy.decidedBy()));
  }

  void invited(Season season, Meeting meeting, Participant to) {
    send("invited", season, meeting, to);
  }

  /** A place was kept for them, which they asked for. */
  void enrolled(Season season, Meeting meeting, Participant to) {
    send("enrolled", season, meeting, to);
  }

  void moved(Season season, Meeting meeting, Participant to) {
    send("moved", season, meeting, to);
  }

  void cancelled(Season season, Meeting meeting, Participant to) {
    send("cancelled", season, meeting, to);
  }

  /**
   * @param days before the meeting
   */
  void remind(Season season, Meeting meeting, Participant to, int days) {
    send(days > 1 ? "soon" : "tomorrow", season, meeting, to);
  }

  private void send(String what, Season season, Meeting meeting, Participant to) {
    String title = Words.stage(season, meeting.stage());
    String link = portal.link(ProgrammePaths.ANSWERS + "/" + seal.seal(ANSWER, to.id()));
    String key = "programme.mail.meeting." + what;
    mails.send(
        to.email(),
        FRENCH.text(key + ".subject", title, Words.moment(FRENCH, meeting)),
        FRENCH.text(
            key,
            to.name(),
            title,
            Words.moment(FRENCH, meeting),
            Words.place(FRENCH, meeting),
            link + "?reponse=oui",
            link + "?reponse=non",
            link + ".ics"),
        new Mails.Attachment("rendez-vous.ics", "text/calendar", appointment(season, meeting)));
  }

  private String appointment(Season season, Meeting meeting) {
    return ICalendar.of(
        season.name(),
        List.of(ICalendar.Entry.of(season, meeting, portal.url().getHost())),
        clock.instant());
  }
}
