package fr.jalon.portal.account;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the door of a portal where nobody has an account yet. */
@Component
class FirstAccount {
  private static final Logger log = LoggerFactory.getLogger(FirstAccount.class);

  private final Accounts accounts;
  private final AccountMails mails;
  private final AccountSettings settings;
  private final PortalSettings portal;

  FirstAccount(
      Accounts accounts, AccountMails mails, AccountSettings settings, PortalSettings portal) {
    this.accounts = accounts;
    this.mails = mails;
    this.settings = settings;
    this.portal = portal;
  }

  @EventListener(ApplicationReadyEvent.class)
  void invite() {
    String email = settings.firstAdministrator();
    if (!accounts.isEmpty() || (portal.demo() && email.isBlank())) {
      return;
    }
    if (email.isBlank()) {
      log.warn(
          "Nobody has an account yet: give an e-mail address in jalon.account.first-administrator"
              + " and start again");
      return;
    }
    String token = accounts.invite(null, email, email, Role.ADMINISTRATOR, null);
    String link = mails.sendInvitation(email, email, "Jalon", token, Messages.in(Messages.FRENCH));
    // In the log on purpose: whoever reads it runs the portal, and there may be no mail yet.
    log.warn("Nobody has an account yet. {} opens the first one here: {}", email, link);
  }
}
