package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.TestClock;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A season as those who run it see it, from the candidacy to the end of the agreement, in a real
 * browser: with a mouse at a desk, then with a keyboard alone on a phone.
 */
@Import(TestClock.Wired.class)
class SeasonJourneyBrowserIT extends CatalogIT {
  private static final LocalDate CALL = LocalDate.of(2021, 11, 8);

  @Autowired private ApplicationContext portal;
  @Autowired private TestClock clock;

  @Test
  void withAMouseAtADesk() {
    try (TestBrowser browser = new TestBrowser(port())) {
      new Journey("Saison à la souris", false, browser).walk();
    }
  }

  @Test
  void withAKeyboardOnAPhone() {
    try (TestBrowser browser = new TestBrowser(port())) {
      new Journey("Saison au clavier", true, browser).walk();
    }
  }

  private final class Journey {
    private final String name;
    private final boolean keyboard;
    private final TestBrowser browser;
    private Page page;
    private String email = "";

    Journey(String name, boolean keyboard, TestBrowser browser) {
      this.name = name;
      this.keyboard = keyboard;
      this.browser = browser;
      this.page = browser.visitor();
    }

    void walk() {
      clock.set(CALL);
      Season season = new SampleSeason(portal).open(name);
      LocalDate begins = season.plan().firstDay();
      sized(page);
      apply(season);
      page = sized(browser.visitor());
      email = person(Role.ADMINISTRATOR, null).email();
      TestBrowser.signIn(page, email, PASSWORD);
      accept(season);
      comeBack(begins);
      sign(begins);
      hold(season, begins);
      comeBack(season.plan().notice().from());
      bill(season.plan().notice().from());
      end(season.plan().notice().from());
      makeTheNext(season);
    }

    private void apply(Season season) {
      page.navigate(season.applyHref());
      page.fill("#authority", "orleans");
      send("main form button");
      choose(page.locator("input[name=siren]").first());
      page.fill("#contact", "Camille Martin");
      page.fill("#email", "camille@orleans.example");
      page.fill("#reasons", "Ouvrir nos premières données.");
      send("main form button");
      assertThat(title()).contains("Votre candidature est arrivée");
      fits();
    }

    private void accept(Season season) {
      page.navigate("/accueil?saison=" + season.slug());
      follow(page.locator(".needs a").first());
      follow(page.locator("table a").first());
      fits();
      page.fill("#address", "Place de l'Étape");
      send("form[action$='/accepter'] button");
      assertThat(told()).contains("acceptée");
      follow(page.locator("main .actions a[href*='onvention']"));
      fits();
    }

    private void sign(LocalDate day) {
      act("sent", day);
      act("signed-beneficiary", day, "by", "A. Dupont, maire");
      act("signed-organizer", day, "by", "O. Jouin, directeur");
      assertThat(page.locator(".lead").textContent()).contains("En vigueur du");
      fits();
    }

    private void hold(Season season, LocalDate day) {
      String agreement = page.url();
      page.navigate(season.href());
      follow(page.locator("main .actions a.main"));
      page.fill("#day", day.plusDays(7).toString());
      page.fill("#time", "10:00");
      page.fill("#length", "120");
      page.fill("#place", "Mairie");
      choose(page.locator("input[name=who]").first());
      send("main form button");
      page.waitForURL(url -> url.contains("/rendez-vous/"));
      fits();
      comeBack(day.plusDays(8));
      Locator came = page.locator("input[id^=came-]").first();
      if (!came.isChecked()) {
        choose(came);
      }
      send("form[action$='/presence'] button");
      follow(page.locator("ul.lines a[href^='/programme/beneficiaires/']").first());
      assertThat(page.locator("main").textContent()).contains("1 session comptée sur 12");
      fits();
      page.navigate(agreement);
    }

    private void bill(LocalDate day) {
      act("noticed", day, "number", "2022-17", "amount", "1 000", "debtor", "Commune d'Orléans");
      act("paid", day, "reference", "V 400", "amount", "400");
      assertThat(spaced(page.locator("#argent + table").textContent())).contains("600");
      fits();
    }

    private void end(LocalDate day) {
      fill("membership-lost", "reason", "Retrait voté");
      send("#membership-lost button");
      page.locator("h2", new Page.LocatorOptions().setHasText("Ce que cela fera")).waitFor();
      assertThat(spaced(page.locator(".note.warning").textContent()))
          .contains("La contribution reste due en entier", "il reste 600");
      fits();
      send("main form .button.main");
      assertThat(page.locator("#a-decider").count()).isEqualTo(1);
      assertThat(spaced(page.locator(".lead").textContent()))
          .contains("31 décembre " + day.getYear());
      fits();
    }

    private void makeTheNext(Season season) {
      page.navigate("/programme/saisons");
      page.fill("#name", name + ", la suite");
      page.fill("#first-day", season.plan().end().plusDays(1).toString());
      page.selectOption(
          "#from", new com.microsoft.playwright.options.SelectOption().setLabel(name));
      send("main form button");
      assertThat(title()).contains("la suite");
      fits();
    }

    /** Signs in again, and finds the same page. */
    private void comeBack(LocalDate day) {
      String here = page.url();
      clock.set(day);
      page.reload();
      page.fill("input[name=email]", email);
      page.fill("input[name=password]", PASSWORD);
      send("main button[type=submit]");
      assertThat(page.url()).isEqualTo(here);
    }

    private void act(String act, LocalDate day, String... fields) {
      fill(act, "on", day.toString());
      for (int i = 0; i < fields.length; i += 2) {
        fill(act, fields[i], fields[i + 1]);
      }
      send("#" + act + " form button");
      if (page.url().endsWith("/apercu")) {
        send("main form .button.main");
      }
    }

    private void fill(String act, String field, String value) {
      Locator form = page.locator("#" + act);
      if (form.getAttribute("open") == null) {
        Locator summary = form.locator("summary").first();
        press(summary, "Enter");
      }
      page.fill("#" + act + "-" + field, value);
    }

    private void follow(Locator link) {
      String before = page.url();
      press(link, "Enter");
      page.waitForURL(url -> !url.equals(before));
    }

    private void choose(Locator box) {
      press(box, "Space");
      assertThat(box.isChecked()).isTrue();
    }

    private void send(String button) {
      page.evaluate("() => { window.beforeSending = 1; }");
      press(page.locator(button).first(), "Enter");
      try {
        page.waitForFunction("() => window.beforeSending === undefined");
      } catch (PlaywrightException waited) {
        throw new AssertionError(button + " sends nothing at " + page.url(), waited);
      }
      page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    }

    /** With the keyboard it is reached from what comes before it, as the Tab key goes. */
    private void press(Locator what, String key) {
      if (!keyboard) {
        what.click();
        return;
      }
      what.evaluate(
          """
          target => {
            const group = e => e.type === 'radio' && target.type === 'radio' && e.name === target.name;
            const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
              .filter(e => !e.disabled && e.type !== 'hidden' && e.checkVisibility() && !group(e));
            const before = stops.filter(
              e => target.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING);
            before[before.length - 1].focus();
          }
          """);
      page.keyboard().press("Tab");
      for (int i = 0; i < 2 && !focused(what); i++) {
        // a region that scrolls stops there too
        page.keyboard().press("Tab");
      }
      assertThat(focused(what)).as("the Tab key reaches %s", what).isTrue();
      page.keyboard().press(key);
    }

    private boolean focused(Locator what) {
      return (boolean) what.evaluate("e => e === document.activeElement");
    }

    private void fits() {
      int width = (int) page.evaluate("() => document.documentElement.scrollWidth");
      assertThat(width).as(page.url()).isLessThanOrEqualTo(page.viewportSize().width);
    }

    private Page sized(Page opened) {
      opened.setViewportSize(keyboard ? 320 : 1280, 900);
      return opened;
    }

    private String title() {
      return page.locator("h1").textContent();
    }

    private String told() {
      return page.locator("[role=status]").textContent();
    }
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\u00a0\\u202f]", " ");
  }
}
