package fr.jalon.portal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A check that sees nothing would find every page right. */
class TestBrowserTest {
  private static final String RIGHT =
      """
      <!doctype html><html lang="fr"><head><title>Des arbres</title>
      <meta name="viewport" content="width=device-width">
      <style>%s</style></head>
      <body><main><h1>Des arbres</h1><p>Il y en a mille.</p>%s</main></body></html>
      """;

  @Test
  void noticesWhatBreaksARuleAtTheDeskOnThePhoneAndInTheDark() {
    try (TestBrowser browser = new TestBrowser(0)) {
      Page page = browser.visitor();
      page.setContent(RIGHT.formatted("", ""));
      TestBrowser.check(page, "juste");

      page.setContent(RIGHT.formatted("", "<input name='essence'>"));
      assertThatThrownBy(() -> TestBrowser.check(page, "sans-nom"))
          .hasMessageContaining("label <input name=\"essence\">");

      String pale = "p { color: #eee; background: #fff }";
      page.setContent(RIGHT.formatted(dark(pale), ""));
      assertThatThrownBy(() -> TestBrowser.check(page, "pale"))
          .hasMessageContaining("DARK, 320: [color-contrast <p>");

      page.setContent(RIGHT.formatted("p { width: 400px }", ""));
      assertThatThrownBy(() -> TestBrowser.check(page, "large"))
          .hasMessageContaining("wide on a screen of 320");
    }
  }

  private static String dark(String style) {
    return "@media (prefers-color-scheme: dark) { " + style + " }";
  }
}
