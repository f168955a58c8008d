package fr.jalon.portal.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * A document as a PDF that screen readers can follow (PDF/UA-1, ISO 14289-1) and that archives can
 * keep (PDF/A-2A, ISO 19005-2). The same document gives the same bytes.
 */
public final class Pdf {
  private static final String PRODUCER = "Jalon";

  static {
    // what the renderer logs may quote the document
    XRLog.setLoggingEnabled(false);
  }

  private Pdf() {}

  /**
   * What was written.
   *
   * @param missing characters that no font here can draw, shown as "\ufffd"
   */
  public record Written(int pages, Set<String> missing) {
    public Written {
      missing = Set.copyOf(missing);
    }
  }

  /**
   * Writes a PDF, and leaves the stream open.
   *
   * @throws IllegalArgumentException when the document is longer than {@link
   *     Document#MOST_CHARACTERS}
   */
  public static Written write(Document document, OutputStream out) throws IOException {
    document.checkLength();
    Set<String> missing = new TreeSet<>();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(new PdfPages(document, missing).dom(), null);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(PRODUCER);
    builder.useReplacementText(String.valueOf(Characters.REPLACEMENT));
    builder.useUnicodeLineBreaker(Breaks.ofLines(document.language()));
    builder.useUnicodeBidiSplitter(BothWays::new);
    builder.useUnicodeBidiReorderer(new BothWays());
    Fonts.putIn(builder);
    openNothing(builder);
    try (PDDocument pdf = new UndatedPdf()) {
      builder.usePDDocument(pdf);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
      }
      pdf.setDocumentId((long) document.text().hashCode());
      pdf.save(out);
      return new Written(pdf.getNumberOfPages(), missing);
    }
  }

  /** Nothing is named by an address in what we lay out; were it so, it would not be opened. */
  private static void openNothing(PdfRendererBuilder builder) {
    builder.useUriResolver((base, address) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((address, type) -> false, when);
    }
  }

  /** The renderer writes the time of the day, which makes two files of the same document. */
  private static final class UndatedPdf extends PDDocument {
    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
      information.setCreationDate(null);
      super.setDocumentInformation(information);
    }
  }
}
