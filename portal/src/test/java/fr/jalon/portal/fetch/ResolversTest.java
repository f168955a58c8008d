package fr.jalon.portal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The address of a page, and that of its file or of what knows it. */
class ResolversTest {
  private static final String ID = "0a1b2c3d-1111-2222-3333-444455556666";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          https://docs.google.com/spreadsheets/d/1AbC-d_e/edit?usp=sharing | https://docs.google.com/spreadsheets/d/1AbC-d_e/export?format=xlsx
          https://docs.google.com/spreadsheets/d/1AbC-d_e/edit#gid=123 | https://docs.google.com/spreadsheets/d/1AbC-d_e/export?format=csv&gid=123
          https://docs.google.com/spreadsheets/d/1AbC-d_e/edit?gid=0#gid=0 | https://docs.google.com/spreadsheets/d/1AbC-d_e/export?format=csv&gid=0
          https://docs.google.com/spreadsheets/u/0/d/1AbC/view?gid=7 | https://docs.google.com/spreadsheets/d/1AbC/export?format=csv&gid=7
          https://docs.google.com/spreadsheets/d/1AbC | https://docs.google.com/spreadsheets/d/1AbC/export?format=xlsx
          https://docs.google.com/spreadsheets/d/e/2PACX-x/pubhtml?gid=5&single=true | https://docs.google.com/spreadsheets/d/e/2PACX-x/pub?output=csv&single=true&gid=5
          https://docs.google.com/spreadsheets/d/e/2PACX-x/pub?output=csv | https://docs.google.com/spreadsheets/d/e/2PACX-x/pub?output=xlsx
          https://drive.google.com/file/d/1XyZ/view?usp=drive_link | https://drive.google.com/uc?export=download&id=1XyZ
          https://www.dropbox.com/s/ab12/arbres.csv?dl=0 | https://www.dropbox.com/s/ab12/arbres.csv?dl=1
          https://www.dropbox.com/scl/fi/ab12/arbres.csv?rlkey=zz&dl=0 | https://www.dropbox.com/scl/fi/ab12/arbres.csv?rlkey=zz&dl=1
          https://mairie.sharepoint.com/:x:/s/sig/EaBc?e=zz | https://mairie.sharepoint.com/:x:/s/sig/EaBc?e=zz&download=1
          https://nuage.mairie.example/s/Ab3dEf6hIj9kLmN | https://nuage.mairie.example/s/Ab3dEf6hIj9kLmN/download
          https://nuage.mairie.example/index.php/s/Ab3dEf6hIj9kLmN?path=%2F2022 | https://nuage.mairie.example/index.php/s/Ab3dEf6hIj9kLmN/download?path=%2F2022
          https://github.com/etalab/schemas/blob/main/data/a%20b.csv?raw=true | https://raw.githubusercontent.com/etalab/schemas/main/data/a%20b.csv
          https://gitlab.example/sig/donnees/-/blob/main/a.csv?ref_type=heads | https://gitlab.example/sig/donnees/-/raw/main/a.csv
          https://codeberg.org/sig/donnees/src/branch/main/a.csv | https://codeberg.org/sig/donnees/raw/branch/main/a.csv
          https://data.ville.example/explore/dataset/arbres-d-alignement/table/ | https://data.ville.example/api/explore/v2.1/catalog/datasets/arbres-d-alignement/exports/csv?delimiter=%3B&use_labels=true
          https://data.ville.example/fr/explore/dataset/arbres@ville/map/?location=1 | https://data.ville.example/api/explore/v2.1/catalog/datasets/arbres@ville/exports/geojson?
          https://data.ville.example/explore/dataset/a/information/?refine.commune=Olivet&q=ch%C3%AAne | https://data.ville.example/api/explore/v2.1/catalog/datasets/a/exports/csv?delimiter=%3B&use_labels=true&refine=commune%3A%22Olivet%22&where=%22ch%C3%AAne%22
          https://www.data.gouv.fr/fr/datasets/arbres-urbains/ | https://www.data.gouv.fr/api/1/datasets/arbres-urbains/
          https://www.data.gouv.fr/datasets/arbres-urbains?resource_id=0a1b2c3d-1111-2222-3333-444455556666 | https://www.data.gouv.fr/api/1/datasets/arbres-urbains/
          https://www.data.gouv.fr/fr/datasets/arbres-urbains/#/resources/0a1b2c3d-1111-2222-3333-444455556666 | https://www.data.gouv.fr/api/1/datasets/arbres-urbains/
          https://explore.data.gouv.fr/fr/resources/0a1b2c3d-1111-2222-3333-444455556666?x=1 | https://www.data.gouv.fr/fr/datasets/r/0a1b2c3d-1111-2222-3333-444455556666
          https://ckan.ville.example/dataset/arbres | https://ckan.ville.example/api/3/action/package_show?id=arbres
          https://ckan.ville.example/fr/dataset/arbres/resource/0a1b2c3d-1111-2222-3333-444455556666 | https://ckan.ville.example/api/3/action/resource_show?id=0a1b2c3d-1111-2222-3333-444455556666
          https://www.ville.example/opendata/dataset/arbres | https://www.ville.example/opendata/api/3/action/package_show?id=arbres
          """)
  void thePageIsKnownByItsAddress(String page, String expected) throws FetchFailed {
    Lead lead = lead(page);
    assertThat(lead).as(page).isNotNull();
    assertThat(lead == null ? null : lead.address()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.ville.example/arbres.csv",
    "https://www.ville.example/",
    "https://www.data.gouv.fr/fr/datasets/r/0a1b2c3d-1111-2222-3333-444455556666",
    "https://www.data.gouv.fr/fr/",
    "https://docs.google.com/document/d/1AbC/edit",
    "https://github.com/etalab/schemas",
    "https://raw.githubusercontent.com/etalab/schemas/main/a.csv",
    "https://ckan.ville.example/dataset/a/resource/b/download/arbres.csv",
    "https://docs.google.com.evil.example/spreadsheets/d/1AbC/edit",
    "https://www.ville.example/s/court"
  })
  void anyOtherPageIsLookedAt(String page) throws FetchFailed {
    assertThat(lead(page)).isNull();
  }

  @Test
  void aCatalogIsAskedForTheResourceOfTheAddress() throws FetchFailed {
    String answer =
        """
        {"resources": [
          {"id": "%s", "title": "Arbres", "format": "csv", "url": "https://a.example/a", "filesize": 12},
          {"id": "1a1b2c3d-1111-2222-3333-444455556666", "title": "Notice", "format": "pdf",
           "url": "https://a.example/b", "filesize": null}]}
        """
            .formatted(ID);
    String page = "https://www.data.gouv.fr/fr/datasets/arbres/";
    assertThat(files(page, answer)).hasSize(2);
    assertThat(files(page + "#/resources/" + ID, answer))
        .containsExactly(new FileLink("https://a.example/a", "Arbres", "csv", 12));
    for (String odd : List.of("{}", "[]", "null", "{\"resources\": 3}", "{\"resources\":[3,{}]}")) {
      for (String site : List.of(page, "https://c.example/dataset/a")) {
        assertThat(files(site, odd)).as(odd).allMatch(file -> file.address().isEmpty());
      }
    }
  }

  @Test
  void aPageSaysItsFilesToSearchEnginesOrInItsLinks() {
    assertThat(
            PageLinks.of(
                """
                <a href="autre.csv">Autre</a>
                <script type="application/ld+json">{"@type": "Dataset", "distribution": [
                  {"contentUrl": "https://a.example/a", "encodingFormat": "text/csv", "name": "Arbres"},
                  {"contentUrl": "https://a.example/b", "encodingFormat": "application/pdf"}]}</script>
                """))
        .extracting(FileLink::address)
        .containsExactly("https://a.example/a", "https://a.example/b");
    assertThat(
            PageLinks.of(
                """
                <abbr href="no.csv"></abbr><a class=x href='a%20b.csv?v=1&amp;w=2#top' ><b>Les</b>
                 arbres&nbsp;!</a><A data-href="no.csv" HREF=sub/c.XLSX>Tableau</A> <a href="notice.pdf">
                <a href="/export?id=3&format=csv">Export</a><a href="a%20b.csv?v=1&amp;w=2#top">encore</a>
                <a href="https://b.example/geo.zip" title="no">Carte</a
                """))
        .extracting(FileLink::address)
        .containsExactly(
            "a%20b.csv?v=1&w=2#top",
            "sub/c.XLSX", "/export?id=3&format=csv", "https://b.example/geo.zip");
    assertThat(PageLinks.of("<a href=a.csv> Les <b>arbres</b> &amp; haies </a>"))
        .extracting(FileLink::title)
        .containsExactly("Les arbres & haies");
  }

  @Test
  void lettersWithALongerLowerCaseMoveNoLink() {
    String before = "<p>" + "\u0130stanbul ".repeat(40) + "</p>";
    assertThat(PageLinks.of(before + "<a href='a.csv'>Arbres</a>"))
        .containsExactly(new FileLink("a.csv", "Arbres", "csv", -1));
    assertThat(
            PageLinks.of(
                before
                    + "<script type=\"application/ld+json\">{\"contentUrl\": \"b.csv\"}</script>"))
        .extracting(FileLink::address)
        .containsExactly("b.csv");
  }

  @Test
  void aHostilePageTakesNoTime() {
    long start = System.nanoTime();
    for (String piece :
        List.of(
            "<a",
            "<a href=",
            "<a href=\"x.csv\">",
            "<a href=x.csv>" + "<".repeat(4000),
            "<a href='",
            "<",
            "application/ld+json>[",
            "<a >")) {
      PageLinks.of(piece.repeat(1_900_000 / piece.length()));
    }
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(8_000);
  }

  @Test
  void oddAddressesAndHeadersAreReadToTheirEnd() throws FetchFailed {
    for (String piece : List.of("/", "/a", "/dataset/a", "/s/", "/.", "/..", "%2f", "a.", "/-/")) {
      String address = "http://a.example" + piece.repeat(3900 / piece.length());
      try {
        FileFinder.lead(WebAddress.of(address));
      } catch (FetchFailed refused) {
        assertThat(refused.problem()).isEqualTo(FetchProblem.NOT_AN_ADDRESS);
      }
    }
    for (String piece : List.of("a.", "aa.aa", "é.", "a/", "a:", "[", "://")) {
      assertThatThrownBy(() -> WebAddress.of(piece.repeat(3900 / piece.length()) + "!"))
          .as(piece)
          .isInstanceOf(FetchFailed.class);
    }
    for (String piece : List.of("a", "\\", "\\\"", ";", "; filename=", "%", "'", "\"")) {
      String much = piece.repeat(16_000 / piece.length());
      assertThat(FileNames.ofDisposition("attachment; filename=\"" + much)).hasSizeLessThan(1500);
      assertThat(FileNames.ofDisposition("attachment; filename*=utf-8''" + much))
          .hasSizeLessThan(1500);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          attachment; filename="arbres.csv" | arbres.csv
          attachment; filename=arbres.csv | arbres.csv
          ATTACHMENT; FILENAME = "arbres.csv" ; size=3 | arbres.csv
          attachment; filename="été.csv"; filename*=UTF-8''%C3%A9t%C3%A9%202.csv | été 2.csv
          attachment; filename*=iso-8859-1'fr'%E9t%E9.csv | été.csv
          attachment; filename="a\\"b.csv" | a"b.csv
          attachment; filename="../../etc/passwd" | passwd
          attachment; filename="C:\\\\a\\\\b.csv" | b.csv
          attachment; filename="%C3%A9t%C3%A9.csv" | été.csv
          attachment; filename="100%.csv" | 100%.csv
          inline |
          attachment; name="x.csv" |
          filename="x.csv" |
          """)
  void aNameIsReadFromItsHeader(String header, @Nullable String name) {
    assertThat(FileNames.ofDisposition(header)).isEqualTo(name == null ? "" : name);
  }

  @Test
  void aFileWithoutANameIsCalledAfterItsAddressOrItsTitle() throws FetchFailed {
    List<WebAddress> addresses =
        List.of(
            WebAddress.of("https://a.example/f/3e1b"),
            WebAddress.of("https://b.example/arbres.csv"));
    assertThat(FileNames.of("", "text/csv", addresses, "Arbres")).isEqualTo("arbres.csv");
    List<WebAddress> nameless = List.of(WebAddress.of("https://a.example/f/3e1b"));
    assertThat(FileNames.of("", "text/csv; charset=utf-8", nameless, "Arbres 1/2"))
        .isEqualTo("Arbres 1-2.csv");
    assertThat(FileNames.of("", "text/csv", nameless, "")).isEqualTo("3e1b.csv");
    assertThat(FileNames.of("", "", List.of(WebAddress.of("https://a.example/")), ""))
        .isEqualTo("a.example");
  }

  private static List<FileLink> files(String page, String answer) throws FetchFailed {
    Lead lead = lead(page);
    if (lead == null || lead.answer() == null) {
      throw new AssertionError(page);
    }
    return lead.answer().files(JsonMapper.shared().readTree(answer));
  }

  private static @Nullable Lead lead(String page) throws FetchFailed {
    return FileFinder.lead(WebAddress.of(page));
  }
}
