package fr.jalon.portal.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A workshop in four browsers at once: whoever leads, and three who practise. */
class WorkshopBrowserIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private Seasons seasons;

  @Test
  void threePractiseUnderTheEyesOfWhoeverLeads() {
    Season season = new SampleSeason(portal).open("Saison des ateliers");
    Workshop one = new SampleWorkshop(portal).plan(season, seasons.today().plusDays(10), 20);
    try (TestBrowser browser = new TestBrowser(port())) {
      Page leader = browser.visitor();
      TestBrowser.signIn(leader, person(Role.FACILITATOR, null).email(), PASSWORD);
      leader.navigate("/ateliers");
      TestBrowser.check(leader, "ateliers");
      leader.navigate("/ateliers/nouveau");
      TestBrowser.check(leader, "atelier-nouveau");
      leader.navigate(one.href());
      TestBrowser.check(leader, "atelier");
      leader.locator("form[action$='/ouvrir'] button").click();
      leader.waitForURL(url -> url.endsWith("/direct"));
      String code = leader.locator(".live-code strong").textContent();

      List<Page> people =
          Stream.of("Bruno", "Fatima", "Odile").map(name -> join(browser, code, name)).toList();
      Page odile = people.get(2);
      TestBrowser.check(odile, "atelier-fiche");
      leader.waitForCondition(() -> leader.locator(".live-people tbody tr").count() == 3);
      for (Page each : people) {
        each.locator("main a.button").click();
        each.waitForURL(url -> url.endsWith("/lecture"));
        each.locator("form[action$='/lecture'] button").last().click();
        each.waitForURL(url -> url.endsWith("/corrections"));
      }
      // one act without the keyboard leaving the form, one hand from a card
      people.get(0).locator(".at-once button").click();
      leader.waitForCondition(
          () ->
              leader
                  .locator("tr:has-text('Bruno') td:nth-child(3)")
                  .textContent()
                  .contains("double"));
      odile.locator(".ask-about a").first().click();
      TestBrowser.check(odile, "atelier-main");
      odile.fill("#mots", "Que faire du total ?");
      odile.locator("main form button").click();
      leader.waitForCondition(() -> leader.locator(".live-hands li").count() == 1);
      assertThat(leader.locator(".live-hands").textContent())
          .contains("Odile", "Que faire du total ?");
      TestBrowser.check(leader, "atelier-direct");

      leader.locator("button:has-text('Remettre à zéro'):has-text('Fatima')").click();
      leader.waitForCondition(() -> leader.locator("p.note.done").count() == 1);
      Page fatima = people.get(1);
      fatima.locator("form[action$='/corrections'] button").last().click();
      fatima.waitForURL(url -> url.endsWith("/lecture"));
      assertThat(fatima.locator("p.note.done").textContent()).contains("remis votre exercice");

      leader.navigate(one.href() + "/projeter");
      TestBrowser.check(leader, "atelier-projete");
      assertThat(leader.locator("main").textContent()).doesNotContain("Odile");
    }
  }

  private static Page join(TestBrowser browser, String code, String name) {
    Page one = browser.visitor();
    one.navigate("/atelier");
    if (name.equals("Bruno")) {
      TestBrowser.check(one, "atelier-porte");
    }
    one.fill("#code", code);
    one.fill("#prenom", name);
    one.locator("main form button").click();
    one.waitForURL(url -> url.endsWith("/atelier/exercice"));
    return one;
  }
}
