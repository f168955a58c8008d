package fr.jalon.portal.inspection;

import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.format.Formats;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.FileNames;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.LegalSettings;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Anyone tries a file of theirs: it is read by a worker, what was seen is told on the page that
 * answers, and the file is removed before that page is made. Nothing is kept.
 */
@Controller
@RequestMapping(TryController.PATH)
class TryController {
  static final String PATH = "/essayer";

  /** What the file chooser shows: whatever the engine reads. */
  private static final String ACCEPTED =
      Formats.fileTypes().stream()
          .map(type -> "." + type.extension())
          .collect(Collectors.joining(","));

  private final Storage storage;
  private final Readers readers;
  private final InspectionSettings settings;
  private final LegalSettings legal;

  TryController(
      Storage storage, Readers readers, InspectionSettings settings, LegalSettings legal) {
    this.storage = storage;
    this.readers = readers;
    this.settings = settings;
    this.legal = legal;
  }

  @GetMapping
  String ask(Page page, Model model) {
    return ask(page, FormErrors.NONE, model);
  }

  @PostMapping
  String look(
      Page page,
      @RequestParam(required = false) @Nullable MultipartFile fichier,
      Model model,
      HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    TryView view;
    try {
      view = look(page, fichier);
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      return ask(page, FormErrors.of("fichier", rejected.sentence(page.messages())), model);
    }
    if (!view.refusal().isEmpty()) {
      response.setStatus(InspectionProblem.NO_FILE.status());
    }
    model.addAttribute("page", page.titled("inspection.tried.title").widened());
    model.addAttribute("view", view);
    model.addAttribute("contact", legal.contact());
    return "inspection/tried";
  }

  private TryView look(Page page, @Nullable MultipartFile sent) throws IOException {
    if (sent == null || sent.isEmpty()) {
      throw new Rejected(InspectionProblem.NO_FILE);
    }
    if (sent.getSize() > settings.tried().toBytes()) {
      throw new Rejected(InspectionProblem.TOO_LARGE_TO_TRY, page.size(announced()));
    }
    storage.requireRoom();
    String given = sent.getOriginalFilename();
    String name = FileNames.plain(given == null ? "" : given, page.t("inspection.try.unnamed"));
    return new TryViews(page).of(name, read(sent, name));
  }

  private Inspection read(MultipartFile sent, String name) throws IOException {
    Path folder = storage.newFolder();
    try {
      Path file = folder.resolve("file");
      sent.transferTo(file);
      return readers.read(file, name, InspectOptions.NONE);
    } finally {
      storage.removeFolder(folder);
    }
  }

  private String ask(Page page, FormErrors errors, Model model) {
    model.addAttribute("page", page.titled("inspection.try.title").widened());
    model.addAttribute("errors", errors);
    model.addAttribute("largest", settings.tried().toBytes());
    model.addAttribute("announced", announced());
    model.addAttribute("accepted", ACCEPTED);
    return "inspection/try";
  }

  /** The limit as people are told it, in millions of bytes. */
  private long announced() {
    return settings.tried().toMegabytes() * 1_000_000;
  }
}
