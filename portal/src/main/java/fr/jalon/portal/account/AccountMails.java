package fr.jalon.portal.account;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import org.springframework.stereotype.Component;

/** The mails about accounts, in the language of the page that causes them. */
@Component
class AccountMails {
  private final Mails mails;
  private final PortalSettings portal;

  AccountMails(Mails mails, PortalSettings portal) {
    this.mails = mails;
    this.portal = portal;
  }

  void sendSignInLink(Person person, String token, Messages messages) {
    mails.send(
        person.email(),
        messages.text("account.mail.link.subject"),
        messages.text(
            "account.mail.link.text",
            person.name(),
            portal.link("/connexion/lien/" + token),
            Accounts.LINK_LIFE.toMinutes()));
  }

  /** Gives the link, for whoever must hand it over when there is no mail. */
  String sendInvitation(
      String email, String name, String invitedBy, String token, Messages messages) {
    String link = portal.link("/invitation/" + token);
    mails.send(
        email,
        messages.text("account.mail.invitation.subject", invitedBy),
        messages.text(
            "account.mail.invitation.text",
            name,
            invitedBy,
            link,
            Accounts.INVITATION_LIFE.toDays()));
    return link;
  }

  boolean reachPeople() {
    return mails.reachPeople();
  }
}
