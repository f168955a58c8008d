package fr.jalon.portal.account;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Trial;
import org.springframework.stereotype.Component;

/** Signs in to the mail server, and sends nothing. */
@Component
class MailTrial implements Trial {
  private final MailSettings settings;
  private final PortalSettings portal;

  MailTrial(MailSettings settings, PortalSettings portal) {
    this.settings = settings;
    this.portal = portal;
  }

  @Override
  public String key() {
    return "account.trial";
  }

  @Override
  public String run(Messages messages) throws Exception {
    if (portal.demo()) {
      return messages.text("account.trial.demo");
    }
    if (settings.host().isBlank()) {
      return messages.text("account.trial.none");
    }
    new MailServer(settings).tryConnection();
    return settings.toString();
  }
}
