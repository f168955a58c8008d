package fr.jalon.portal.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * A PDF as a screen reader says it: the tree of its structure, not the order in which it is drawn.
 * What is above and under the pages, and the header of a table on its next pages, are not in it.
 */
final class AsHeard {
  private static final Set<String> INLINE = Set.of("Span");

  private final Map<PDPage, Map<Integer, String>> contents = new HashMap<>();
  private final StringBuilder heard = new StringBuilder();

  private AsHeard() {}

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      AsHeard heard = new AsHeard();
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        Map<Integer, String> ofPage = new HashMap<>();
        extractor.getMarkedContents().forEach(content -> keep(content, ofPage));
        heard.contents.put(page, ofPage);
      }
      heard.say(document.getDocumentCatalog().getStructureTreeRoot(), null);
      return heard.heard.toString();
    }
  }

  private static void keep(PDMarkedContent content, Map<Integer, String> ofPage) {
    StringBuilder said = new StringBuilder();
    for (Object part : content.getContents()) {
      if (part instanceof TextPosition letter) {
        said.append(letter.getUnicode());
      } else if (part instanceof PDMarkedContent inner) {
        keep(inner, ofPage);
      }
    }
    ofPage.merge(content.getMCID(), said.toString(), String::concat);
  }

  private void say(PDStructureNode node, @Nullable PDPage page) {
    for (Object kid : (List<?>) node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        say(element, element.getPage() == null ? page : element.getPage());
        if (!INLINE.contains(element.getStructureType())) {
          heard.append('\n');
        }
      } else if (kid instanceof PDMarkedContentReference reference) {
        say(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
      } else if (kid instanceof Integer content) {
        say(page, content);
      }
    }
  }

  private void say(@Nullable PDPage page, int content) {
    heard.append(contents.getOrDefault(page, Map.of()).getOrDefault(content, ""));
  }
}
