package fr.jalon.portal.workshop;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.deposit.Aside;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.deposit.StepAside;
import fr.jalon.portal.web.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What stands beside the steps of a file that is practised on: the sheet, and a hand to raise. What
 * is shown there is also where whoever practises is.
 */
@Component
@Order(1)
class PracticeSteps implements StepAside {
  private final CurrentPerson current;
  private final Practices practices;

  PracticeSteps(CurrentPerson current, Practices practices) {
    this.current = current;
    this.practices = practices;
  }

  @Override
  public @Nullable Aside beside(Page page, Deposit deposit, Step step) {
    Person who = deposit.isPractice() ? current.find().orElse(null) : null;
    if (who == null || who.role() != Role.TRAINEE) {
      return null;
    }
    practices.seen(who.id(), deposit.next(step), deposit.savedAt());
    return new Aside(
        page.t("workshop.hand.raise"),
        WorkshopPaths.HAND,
        List.of(new Aside.Link(page.t("workshop.sheet.link"), WorkshopPaths.EXERCISE)),
        Map.of());
  }
}
