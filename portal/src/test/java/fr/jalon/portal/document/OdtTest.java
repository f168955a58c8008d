package fr.jalon.portal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class OdtTest {
  @Test
  void libreOfficeReadsTheTextsOfTheDocuments(@TempDir Path folder) throws Exception {
    List<Document> documents = new ArrayList<>();
    documents.add(Samples.everything());
    Samples.HOSTILE.forEach(text -> documents.add(Samples.hostile(text)));
    List<String> texts = Papers.textsByLibreOffice(documents, folder);

    for (int at = 0; at < texts.size(); at++) {
      assertThat(Papers.words(texts.get(at))).isEqualTo(Papers.words(documents.get(at).text()));
    }
  }

  @Test
  void whatItIsComesFirstAndAsItIs() throws IOException {
    byte[] odt = Papers.odt(Samples.everything());

    assertThat(new String(odt, 30, 47, StandardCharsets.US_ASCII))
        .isEqualTo("mimetype" + Odt.MEDIA_TYPE);
    assertThat(files(odt).keySet())
        .containsExactly(
            "mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml");
  }

  @Test
  void headingsListsAndHeadersAreReal() throws Exception {
    Element content = xml(files(Papers.odt(Samples.everything())), "content.xml");

    assertThat(attributes(content, "text:h", "text:outline-level"))
        .containsExactly("1", "2", "3", "2", "2");
    assertThat(content.getElementsByTagName("text:list-item").getLength()).isEqualTo(5);
    assertThat(content.getElementsByTagName("table:table-header-rows").getLength()).isEqualTo(3);
  }

  @Test
  void everyStyleThatIsUsedIsDescribed() throws Exception {
    Map<String, byte[]> files = files(Papers.odt(Samples.everything()));
    Element content = xml(files, "content.xml");
    List<String> described = new ArrayList<>();
    for (Element sheet : List.of(content, xml(files, "styles.xml"))) {
      for (String element : List.of("style:style", "text:list-style")) {
        described.addAll(attributes(sheet, element, "style:name"));
      }
    }
    for (String kind : List.of("text", "table")) {
      assertThat(described).containsAll(attributes(content, "*", kind + ":style-name"));
    }
  }

  @Test
  void saysItsTitleAndItsLanguage() throws Exception {
    Map<String, byte[]> files = files(Papers.odt(Samples.everything()));
    Element meta = xml(files, "meta.xml");

    assertThat(meta.getElementsByTagName("dc:title").item(0).getTextContent())
        .isEqualTo(Samples.everything().title());
    assertThat(meta.getElementsByTagName("dc:language").item(0).getTextContent())
        .isEqualTo("fr-FR");
    assertThat(new String(file(files, "styles.xml"), StandardCharsets.UTF_8))
        .contains("fo:language=\"fr\" fo:country=\"FR\"");
  }

  @Test
  void theHeadAndTheFootAreTextsToo() throws Exception {
    for (String text : Samples.HOSTILE) {
      Document document = Samples.hostile(text);
      Element styles = xml(files(Papers.odt(document)), "styles.xml");

      assertThat(styles.getElementsByTagName("style:header").item(0).getTextContent())
          .isEqualTo(document.head());
      assertThat(styles.getElementsByTagName("style:footer").item(0).getTextContent())
          .startsWith(document.foot());
    }
  }

  @Test
  void theSameDocumentGivesTheSameBytes() throws IOException {
    assertThat(Papers.odt(Samples.everything())).isEqualTo(Papers.odt(Samples.everything()));
  }

  private static Map<String, byte[]> files(byte[] odt) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  private static Element xml(Map<String, byte[]> files, String name) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(file(files, name)))
        .getDocumentElement();
  }

  private static List<String> attributes(Element root, String element, String attribute) {
    List<String> values = new ArrayList<>();
    for (int at = 0; at < root.getElementsByTagName(element).getLength(); at++) {
      Element each = (Element) root.getElementsByTagName(element).item(at);
      if (each.hasAttribute(attribute)) {
        values.add(each.getAttribute(attribute));
      }
    }
    return values;
  }
}
