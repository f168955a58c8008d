package fr.jalon.portal.document;

import fr.jalon.portal.document.KeptPaper.Scan;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Answers requests for papers, for the rooms that have some: always as files to be kept. */
@Component
public class PaperAnswers {
  private final KeptPapers papers;

  PaperAnswers(KeptPapers papers) {
    this.papers = papers;
  }

  /** A document as it would be now. */
  public static ResponseEntity<Resource> written(Document document, String name, PaperFormat format)
      throws IOException {
    return answer(
        format.type(),
        name + "." + format.suffix(),
        new ByteArrayResource(KeptPapers.bytes(document, format)));
  }

  /** A document as it was given out. */
  public ResponseEntity<Resource> kept(UUID subject, UUID id, PaperFormat format) {
    KeptPaper paper = papers.get(subject, id);
    return answer(
        format.type(),
        paper.name() + "." + format.suffix(),
        new FileSystemResource(papers.path(format == PaperFormat.PDF ? paper.pdf() : paper.odt())));
  }

  /** What came back signed: what it holds is not ours, and no browser opens it in our page. */
  public ResponseEntity<Resource> scan(UUID subject, UUID id) {
    Scan scan = papers.get(subject, id).scan();
    if (scan == null) {
      throw new Rejected(DocumentProblem.NO_SUCH_PAPER);
    }
    return answer(
        MediaType.APPLICATION_OCTET_STREAM,
        scan.name(),
        new FileSystemResource(papers.path(scan.sha256())));
  }

  /** Puts beside its paper the scan that a form sent. */
  public KeptPaper attach(UUID subject, UUID id, @Nullable MultipartFile scan, Author by)
      throws IOException {
    if (scan == null || scan.isEmpty()) {
      throw new Rejected(DocumentProblem.FILE_MISSING);
    }
    try (InputStream content = scan.getInputStream()) {
      return papers.attach(subject, id, scan.getOriginalFilename(), content, by);
    }
  }

  private static ResponseEntity<Resource> answer(MediaType type, String name, Resource body) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(body);
  }
}
