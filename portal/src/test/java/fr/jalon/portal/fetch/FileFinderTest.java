package fr.jalon.portal.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileFinderTest {
  private static final byte[] CSV = "nom;montant\nGymnase;12\n".getBytes(UTF_8);
  private static final long LARGEST = 1_000_000;

  private final TestSite site;
  private final FileFinder finder;

  FileFinderTest() throws IOException {
    site = new TestSite();
    finder = new FileFinder(site.fetcher());
    site.on("/arbres.csv", TestSite.file("text/csv", CSV));
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  @Test
  void aFileIsTakenAsItIs() throws IOException {
    assertOne("http://files.example/arbres.csv", "arbres.csv");
  }

  @Test
  void aCatalogWithOneFileGivesIt() throws IOException {
    site.on(
        "/api/3/action/package_show?id=arbres",
        json(
            """
            {"success": true, "result": {"resources": [
              {"name": "Notice", "format": "PDF", "url": "http://files.example/notice.pdf"},
              {"name": "Les arbres", "format": "CSV", "url": "http://files.example/r/1", "size": 23}]}}
            """));
    site.on("/r/1", TestSite.file("text/csv", CSV));
    assertOne("http://files.example/dataset/arbres", "Les arbres.csv");
  }

  @Test
  void aCatalogWithSeveralFilesGivesTheChoice() throws IOException {
    site.on(
        "/api/1/datasets/arbres/",
        json(
            """
            {"resources": [
              {"id": "a", "title": "Arbres 2021", "format": "xlsx", "url": "/2021", "filesize": 9},
              {"id": "b", "title": "Arbres 2022", "format": "csv", "url": "http://files.example/2022"},
              {"id": "c", "title": "Interne", "format": "csv", "url": "file:///etc/passwd"},
              {"id": "d", "title": "Service", "format": "wms", "url": "http://files.example/wms"}]}
            """));
    FileFinder.Found found =
        finder.find(WebAddress.of("http://files.example/fr/datasets/arbres/"), LARGEST);
    assertThat(found)
        .isEqualTo(
            new FileFinder.Found.Several(
                List.of(
                    new FileLink("http://files.example/2022", "Arbres 2022", "csv", -1),
                    new FileLink("http://files.example/2021", "Arbres 2021", "xlsx", 9))));
  }

  @Test
  void aCatalogThatIsNoneIsLookedAtAsAPage() throws IOException {
    site.on("/dataset/arbres", html("<a href='/arbres.csv'>Les arbres</a>"));
    assertOne("http://files.example/dataset/arbres", "arbres.csv");
    site.on("/api/3/action/package_show?id=arbres", html("<p>Bonjour"));
    assertOne("http://files.example/dataset/arbres", "arbres.csv");
    site.on("/api/3/action/package_show?id=arbres", json("{\"result\": [[[[ oops"));
    assertOne("http://files.example/dataset/arbres", "arbres.csv");
  }

  @Test
  void aShareThatIsDownloadedOtherwiseIsLookedAt() throws IOException {
    site.on("/s/Ab3dEf6hIj9kLmN/download", TestSite.file("text/csv", CSV, disposition("a.csv")));
    assertOne("http://files.example/s/Ab3dEf6hIj9kLmN", "a.csv");
    site.on("/s/Zz3dEf6hIj9kLmN", html("<a href=\"../arbres.csv\">Télécharger</a>"));
    assertOne("http://files.example/s/Zz3dEf6hIj9kLmN", "arbres.csv");
  }

  @Test
  void aPageOfAnySiteIsLookedAtForItsFiles() throws IOException {
    site.on("/one", html("<p><a href='arbres.csv'>Les <b>arbres</b></a> <a href='/'>Accueil</a>"));
    assertOne("http://files.example/one", "arbres.csv");
    site.on("/two", html("<a href='arbres.csv'>Arbres</a><a href='haies.ods'>Haies</a>"));
    assertThat(finder.find(WebAddress.of("http://files.example/two"), LARGEST))
        .isInstanceOfSatisfying(
            FileFinder.Found.Several.class,
            several ->
                assertThat(several.files())
                    .extracting(FileLink::title)
                    .containsExactly("Arbres", "Haies"));
    site.on("/none", html("<p>Bonjour <a href='notice.pdf'>Notice</a>"));
    assertProblem("http://files.example/none", FetchProblem.WEB_PAGE);
    site.on("/lies", html("<a href='page.csv'>Arbres</a>")).on("/page.csv", html("<p>Non"));
    assertProblem("http://files.example/lies", FetchProblem.WEB_PAGE);
  }

  @Test
  void alsoTheLinksOfAPageAreGuarded() throws IOException {
    site.on("/trap", html("<a href='http://127.0.0.1/a.csv'>Arbres</a>"));
    assertProblem("http://files.example/trap", FetchProblem.NOT_PUBLIC);
    site.on("/api/3/action/package_show?id=trap", TestSite.redirect("http://10.0.0.1/"));
    assertProblem("http://files.example/dataset/trap", FetchProblem.NOT_PUBLIC);
  }

  @Test
  void aFileTooLargeIsSaidToBeSoAndADescriptionTooLargeIsNot() throws IOException {
    byte[] large = new byte[(int) LARGEST + 1];
    site.on("/s/Ab3dEf6hIj9kLmN/download", TestSite.file("text/csv", large))
        .on("/s/Ab3dEf6hIj9kLmN", html("<p>Bonjour"));
    assertProblem("http://files.example/s/Ab3dEf6hIj9kLmN", FetchProblem.TOO_LARGE);
    site.on(
            "/api/3/action/package_show?id=a",
            TestSite.file("application/json", new byte[6_000_000]))
        .on("/dataset/a", html("<a href='/arbres.csv'>Les arbres</a>"));
    assertOne("http://files.example/dataset/a", "arbres.csv");
  }

  @Test
  void whatLeadsToASignInIsNotShared() throws IOException {
    site.on("/private", TestSite.redirect("/index.php/login?to=x"))
        .on("/index.php/login?to=x", html("<form>"));
    assertProblem("http://files.example/private", FetchProblem.SIGN_IN_NEEDED);
  }

  private void assertOne(String address, String name) throws IOException {
    FileFinder.Found found = finder.find(WebAddress.of(address), LARGEST);
    assertThat(found).isInstanceOf(FileFinder.Found.One.class);
    if (found instanceof FileFinder.Found.One one) {
      try (Download download = one.download()) {
        assertThat(download.content().readAllBytes()).isEqualTo(CSV);
        assertThat(download.name()).isEqualTo(name);
      }
    }
  }

  private void assertProblem(String address, FetchProblem expected) throws IOException {
    try {
      finder.find(WebAddress.of(address), LARGEST);
      throw new AssertionError(address);
    } catch (FetchFailed failed) {
      assertThat(failed.problem()).as(address).isEqualTo(expected);
    }
  }

  private static String disposition(String name) {
    return "Content-Disposition: attachment; filename=" + name;
  }

  private static TestSite.Answer json(String text) {
    return TestSite.file("application/json", text.getBytes(UTF_8));
  }

  private static TestSite.Answer html(String body) {
    return TestSite.file("text/html", ("<!DOCTYPE html><html>" + body).getBytes(UTF_8));
  }
}
