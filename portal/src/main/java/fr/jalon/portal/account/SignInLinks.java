package fr.jalon.portal.account;

import fr.jalon.portal.web.Messages;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends links that sign in. The work is done aside, so that the answer takes the same time whether
 * the account exists or not.
 */
@Component
class SignInLinks implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(SignInLinks.class);

  private final Accounts accounts;
  private final AccountMails mails;
  private final ExecutorService aside =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.MINUTES,
          new LinkedBlockingQueue<>(1_000),
          work -> {
            var thread = new Thread(work, "sign-in-links");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  SignInLinks(Accounts accounts, AccountMails mails) {
    this.accounts = accounts;
    this.mails = mails;
  }

  void sendTo(String email, Messages messages) {
    aside.execute(() -> send(email, messages));
  }

  @Override
  public void destroy() {
    aside.shutdown();
  }

  private void send(String email, Messages messages) {
    try {
      accounts
          .findByEmail(email)
          .ifPresent(
              person -> mails.sendSignInLink(person, accounts.makeSignInLink(person), messages));
    } catch (RuntimeException failed) {
      log.error("Cannot send a sign-in link", failed);
    }
  }
}
