package fr.jalon.portal;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real Chromium, for what only a browser can tell. {@link #check} is what every page promises:
 * readable by all on a small phone in the dark and at a desk in the light, and no sideways scroll.
 * All rules are held at the desk; on the phone, those that colors and sizes change.
 *
 * <p>With {@code -Dscreenshots=folder} each page checked is kept as an image.
 */
public final class TestBrowser implements AutoCloseable {
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Those whose answer changes with the colors and the size; the others see the same page. */
  private static final List<String> RULES_OF_LOOKS =
      List.of("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable");

  private static final int PHONE = 320;
  private static final int DESK = 1280;

  private final Playwright playwright;
  private final Browser browser;
  private final String base;

  public TestBrowser(int port) {
    base = "http://localhost:" + port;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A page of a visitor of their own, in French, at a desk. */
  public Page visitor() {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setBaseURL(base)
                // The rules of axe are put into the page; ours forbid any foreign script.
                .setBypassCSP(true)
                // Colors still on their way from light to dark would be judged as they pass.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(DESK, 900));
    context.setDefaultTimeout(30_000);
    return context.newPage();
  }

  /** Signs in by the form. */
  public static void signIn(Page page, String email, String password) {
    page.navigate("/connexion");
    page.fill("input[name=email]", email);
    page.fill("input[name=password]", password);
    page.click("main button[type=submit]");
    page.waitForURL(url -> !url.contains("/connexion"));
  }

  /**
   * Throws when the page breaks a rule.
   *
   * @param name of the page, for the message and the image
   */
  public static void check(Page page, String name) {
    look(page, name, ColorScheme.DARK, PHONE, Map.of("type", "rule", "values", RULES_OF_LOOKS));
    look(page, name, ColorScheme.LIGHT, DESK, Map.of("type", "tag", "values", RULES));
  }

  /**
   * What breaks a rule, and the first place where. Asked of axe in the page itself, put there once:
   * our pages hold no frame, for which its own driver opens a page more each time, and what is well
   * done has not to be told.
   */
  private static List<?> broken(Page page, Map<String, Object> rules) {
    if (Boolean.FALSE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate("script => { window.eval(script); }", AxeBuilder.getAxeScript());
    }
    return (List<?>)
        page.evaluate(
            """
            rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})
              .then(found => found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html))
            """,
            rules);
  }

  private static void look(
      Page page, String name, ColorScheme scheme, int width, Map<String, Object> rules) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    page.setViewportSize(width, 900);
    keep(page, name + "-" + width + "-" + scheme);
    int needed = (int) page.evaluate("() => document.documentElement.scrollWidth");
    if (needed > width) {
      throw new AssertionError(name + " is " + needed + " wide on a screen of " + width);
    }
    List<?> broken = broken(page, rules);
    if (!broken.isEmpty()) {
      throw new AssertionError("%s, %s, %d: %s".formatted(name, scheme, width, broken));
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static void keep(Page page, String name) {
    String folder = System.getProperty("screenshots");
    if (folder != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(folder, name.toLowerCase(Locale.ROOT) + ".png")));
    }
  }

  private static Path chromium() {
    return Stream.of(
            System.getenv().getOrDefault("TEST_BROWSER", "/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "These tests need Chromium: on Debian, apt-get install chromium"));
  }
}
