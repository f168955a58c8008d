package fr.jalon.portal.inspection;

import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.web.UploadSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/**
 * {@code POST /api/inspections}: the inspection of the file sent, as {@code jalon inspect --json}
 * prints it. Asks for no account, looks at no cookie and keeps nothing: the file is removed before
 * the answer is sent.
 *
 * <p>A file that cannot be read is a good question with an answer: 200, and a {@code refusal}.
 */
@Controller
class InspectionsApi {
  static final String PATH = "/api/inspections";

  private static final int LONGEST_NAME = 255;
  private static final int BUFFER = 1 << 16;

  private final Storage storage;
  private final UploadSettings uploads;
  private final Readers readers;

  InspectionsApi(Storage storage, UploadSettings uploads, Readers readers) {
    this.storage = storage;
    this.uploads = uploads;
    this.readers = readers;
  }

  @PostMapping(PATH)
  void inspect(HttpServletRequest request, HttpServletResponse response) throws IOException {
    storage.requireRoom();
    Inspection inspection;
    Path folder = storage.newFolder();
    try {
      Received received = receive(request, folder.resolve("file"));
      inspection = readers.read(received.file(), received.name(), received.options());
    } finally {
      storage.removeFolder(folder);
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Json.writeLine(response.getOutputStream(), inspection);
  }

  /** A file on the disk, and how it is to be read. */
  private record Received(Path file, String name, InspectOptions options) {}

  private Received receive(HttpServletRequest request, Path to) throws IOException {
    MultipartHttpServletRequest form =
        WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    return form == null ? receiveBody(request, to) : receiveForm(form, to);
  }

  private Received receiveForm(MultipartHttpServletRequest form, Path to) throws IOException {
    List<MultipartFile> files =
        form.getMultiFileMap().values().stream().flatMap(List::stream).toList();
    if (files.size() != 1 || !files.get(0).getName().equals("file")) {
      throw new Rejected(InspectionProblem.ONE_FILE);
    }
    Map<String, String> given = new HashMap<>();
    form.getParameterMap().forEach((name, values) -> given.put(name, values[values.length - 1]));
    InspectOptions options = ReadParameters.of(given);
    files.get(0).transferTo(to);
    String name = given.getOrDefault(ReadParameters.NAME, files.get(0).getOriginalFilename());
    return new Received(to, label(name), options);
  }

  /** The body is the file: its parameters are in the address only, never looked for in it. */
  private Received receiveBody(HttpServletRequest request, Path to) throws IOException {
    Map<String, String> given = ofAddress(request.getQueryString());
    InspectOptions options = ReadParameters.of(given);
    copy(request.getInputStream(), to);
    String name = given.getOrDefault(ReadParameters.NAME, said(request));
    return new Received(to, label(name), options);
  }

  private void copy(InputStream body, Path to) throws IOException {
    long size = 0;
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        size += read;
        if (size > uploads.maxSize().toBytes()) {
          throw new Rejected(InspectionProblem.TOO_LARGE, uploads.maxSize().toMegabytes());
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private static Map<String, String> ofAddress(@Nullable String query) {
    Map<String, String> given = new HashMap<>();
    if (query != null) {
      UriComponentsBuilder.newInstance()
          .query(query)
          .build()
          .getQueryParams()
          .toSingleValueMap()
          .forEach((name, value) -> given.put(decoded(name), value == null ? "" : decoded(value)));
    }
    return given;
  }

  private static String decoded(String text) {
    try {
      return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badlyEncoded) {
      throw new Rejected(InspectionProblem.BAD_PARAMETER, text, text);
    }
  }

  private static @Nullable String said(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
    try {
      return header == null ? null : ContentDisposition.parse(header).getFilename();
    } catch (IllegalArgumentException badlyWritten) {
      return null;
    }
  }

  /** A name fit to be said back: no path, no control character, not too long; "" for none. */
  private static String label(@Nullable String name) {
    if (name == null) {
      return "";
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
  }
}
