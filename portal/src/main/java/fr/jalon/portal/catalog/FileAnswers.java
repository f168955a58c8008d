package fr.jalon.portal.catalog;

import fr.jalon.portal.storage.Storage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Files of the store on the wire: as an attachment, never guessed at by the browser, in parts when
 * asked so, known by their hash.
 */
@Component
public class FileAnswers {
  /**
   * How long anyone may answer for us without asking: what is withdrawn must be so everywhere soon
   * after, and a file asked again costs a few bytes.
   */
  static final Duration LONGEST_KEPT = Duration.ofMinutes(5);

  private final Storage storage;
  private final HttpServletRequest request;

  /**
   * @param request whichever is being answered
   */
  FileAnswers(Storage storage, HttpServletRequest request) {
    this.storage = storage;
    this.request = request;
  }

  /** A file whose bytes never change at its address, as long as its version is to be seen. */
  public ResponseEntity<Resource> numbered(Distribution file, String name)
      throws NoSuchFileException {
    return answer(
        file, name, CacheControl.maxAge(LONGEST_KEPT).cachePublic().mustRevalidate(), true);
  }

  /** The file of the latest version: known again by its hash. */
  public ResponseEntity<Resource> latest(Distribution file, String name)
      throws NoSuchFileException {
    return answer(file, name, CacheControl.noCache().cachePublic(), true);
  }

  /** A file not all may see. */
  public ResponseEntity<Resource> kept(Distribution file, String name) throws NoSuchFileException {
    return answer(file, name, CacheControl.noStore(), false);
  }

  private ResponseEntity<Resource> answer(
      Distribution file, String name, CacheControl cache, boolean open) throws NoSuchFileException {
    String etag = '"' + file.sha256() + '"';
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(MediaType.parseMediaType(file.format().mediaType()))
            .eTag(etag)
            .cacheControl(cache)
            .header("X-Content-Type-Options", "nosniff")
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                    .filename(name, StandardCharsets.UTF_8)
                    .build()
                    .toString());
    if (open) {
      answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    Path path = storage.path(file.sha256());
    if (isOfAnotherFile(etag)) {
      return answer.contentLength(file.size()).body(whole(path));
    }
    return answer.body(new FileSystemResource(path));
  }

  /**
   * Whether whoever asks for the rest of a file has the beginning of another (RFC 9110, 13.1.5):
   * they get it whole. A date says nothing here, for files are known by their hash alone.
   */
  private boolean isOfAnotherFile(String etag) {
    String beginning = request.getHeader(HttpHeaders.IF_RANGE);
    return beginning != null && !beginning.strip().equals(etag);
  }

  /** A body that Spring gives no part of. */
  private static Resource whole(Path path) throws NoSuchFileException {
    try {
      return new InputStreamResource(Files.newInputStream(path));
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }
}
