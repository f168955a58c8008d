package fr.jalon.portal.help;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.deposit.Aside;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.deposit.StepAside;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands beside each step of a deposit: asking, the requests under way, articles. */
@Component
class HelpBesideSteps implements StepAside {
  /** About one thing: more is not read. */
  private static final int MOST_ARTICLES = 2;

  private final CurrentPerson current;
  private final HelpRequests requests;
  private final Articles articles;

  HelpBesideSteps(CurrentPerson current, HelpRequests requests, Articles articles) {
    this.current = current;
    this.requests = requests;
    this.articles = articles;
  }

  @Override
  public @Nullable Aside beside(Page page, Deposit deposit, Step step) {
    Person who = current.find().orElse(null);
    if (who == null || who.role() == Role.TRAINEE) {
      return null;
    }
    Map<String, List<Aside.Link>> byCard = new HashMap<>();
    for (Article one : articles.listAbout(step, codes(deposit, step))) {
      List<Aside.Link> links = byCard.computeIfAbsent(one.card(), card -> new ArrayList<>());
      if (links.size() < MOST_ARTICLES) {
        links.add(new Aside.Link(page.t("help.article.link", one.text().title()), one.href()));
      }
    }
    List<Aside.Link> links = new ArrayList<>();
    for (HelpRequest one : requests.listOfDeposit(deposit.id())) {
      links.add(
          new Aside.Link(page.t("help.request.link." + one.state(), one.number()), one.href()));
    }
    links.addAll(byCard.getOrDefault("", List.of()));
    byCard.remove("");
    boolean asks = who.role().belongsToAnAuthority();
    return new Aside(asks ? page.t("help.ask") : "", HelpPaths.ASK, links, byCard);
  }

  private static Set<String> codes(Deposit deposit, Step step) {
    Set<String> codes = new TreeSet<>();
    if (step == Step.REPAIRS && deposit.inspection() != null) {
      deposit.inspection().findings().forEach(cause -> codes.add(cause.code()));
    }
    return codes;
  }
}
