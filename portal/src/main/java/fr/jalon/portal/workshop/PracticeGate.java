package fr.jalon.portal.workshop;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Leads whoever practises from the pages of a file that was begun again to the new one: what they
 * send from there changes nothing any more.
 */
@Component
class PracticeGate {
  private static final String DEPOSIT = "/depots/[0-9a-f-]{36}";

  private final CurrentPerson current;
  private final TraineeRows trainees;

  PracticeGate(CurrentPerson current, TraineeRows trainees) {
    this.current = current;
    this.trainees = trainees;
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
    if (who.isEmpty() || !path.matches(DEPOSIT + "(/.*)?")) {
      return true;
    }
    UUID asked = UUID.fromString(path.substring("/depots/".length(), "/depots/".length() + 36));
    Optional<Trainee> one = trainees.find(who.get().id());
    if (one.filter(each -> !asked.equals(each.formerDepositId())).isPresent() || one.isEmpty()) {
      return true;
    }
    // where they are, not the deposit itself: what is said would be lost on the way
    String now = one.get().place().href().replaceFirst("[?#].*", "");
    FlashMap said = RequestContextUtils.getOutputFlashMap(request);
    said.put(Flash.NAME, Flash.of("workshop.begun-again"));
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
