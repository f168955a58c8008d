package fr.jalon.portal.workshop;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Leads whoever practises from the pages of a file of theirs that was begun again, or taken back,
 * to the one they practise on: what they send from there changes nothing any more.
 */
@Component
class PracticeGate {
  private static final Pattern DEPOSIT =
      Pattern.compile("/depots/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/.*)?");

  private final CurrentPerson current;
  private final TraineeRows trainees;
  private final Deposits deposits;

  PracticeGate(CurrentPerson current, TraineeRows trainees, Deposits deposits) {
    this.current = current;
    this.trainees = trainees;
    this.deposits = deposits;
  }

  /** Asked for once the portal is up, for the page frame is wired before the rooms. */
  record Late(ObjectProvider<PracticeGate> gate) implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      return gate.getObject().lets(request, response);
    }
  }

  private boolean lets(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Person> who = current.find().filter(one -> one.role() == Role.TRAINEE);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Matcher deposit = DEPOSIT.matcher(path);
    if (who.isEmpty() || !deposit.matches()) {
      return true;
    }
    UUID asked = UUID.fromString(deposit.group(1));
    Optional<Trainee> one =
        trainees.find(who.get().id()).filter(each -> !asked.equals(each.depositId()));
    if (one.isEmpty() || !deposits.isSeenBy(asked, who.get())) {
      return true;
    }
    // where they are, not the deposit itself: what is said would be lost on the way
    String now = one.get().place().href().replaceFirst("[?#].*", "");
    FlashMap said = RequestContextUtils.getOutputFlashMap(request);
    boolean back = one.get().formerDepositId() == null;
    said.put(Flash.NAME, Flash.of(back ? "workshop.taken-back" : "workshop.begun-again"));
    RequestContextUtils.saveOutputFlashMap(now, request, response);
    if (request.getHeader("HX-Request") == null) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", now);
    } else {
      response.setHeader("HX-Redirect", now);
    }
    return false;
  }
}
