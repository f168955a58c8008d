package fr.jalon.portal.territory;

import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.FileNames;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an administrator gives the outlines of communes. */
@Controller
@RequestMapping(OutlinesController.PATH)
class OutlinesController {
  static final String PATH = "/territoires/contours";

  /** Characters of a line under a map. */
  private static final int LONGEST_SOURCE = 120;

  private final Outlines outlines;
  private final Storage storage;

  OutlinesController(Outlines outlines, Storage storage) {
    this.outlines = outlines;
    this.storage = storage;
  }

  @GetMapping
  String form(Page page, Model model) {
    return show(page, "", FormErrors.NONE, model);
  }

  @PostMapping
  String load(
      Page page,
      @RequestParam(required = false) @Nullable MultipartFile fichier,
      @RequestParam(defaultValue = "") String source,
      Model model,
      HttpServletResponse response,
      RedirectAttributes attributes)
      throws IOException {
    try {
      Outlines.Loaded loaded = load(page, fichier, source);
      attributes.addFlashAttribute(
          Flash.NAME, Flash.of("territory.loaded", page.number(loaded.communes())));
      return "redirect:" + PATH;
    } catch (Rejected rejected) {
      response.setStatus(rejected.problem().status());
      String field = rejected.problem() == TerritoryProblem.SOURCE_MISSING ? "source" : "fichier";
      return show(page, source, FormErrors.of(field, rejected.sentence(page.messages())), model);
    }
  }

  private Outlines.Loaded load(Page page, @Nullable MultipartFile sent, String source)
      throws IOException {
    if (source.isBlank() || source.length() > LONGEST_SOURCE) {
      throw new Rejected(TerritoryProblem.SOURCE_MISSING);
    }
    if (sent == null || sent.isEmpty()) {
      throw new Rejected(TerritoryProblem.FILE_MISSING);
    }
    storage.requireRoom();
    String given = sent.getOriginalFilename();
    String name = FileNames.plain(given == null ? "" : given, page.t("territory.unnamed"));
    Path folder = storage.newFolder();
    try {
      Path file = folder.resolve("file");
      sent.transferTo(file);
      return outlines.load(file, name, source);
    } finally {
      storage.removeFolder(folder);
    }
  }

  private String show(Page page, String source, FormErrors errors, Model model) {
    model.addAttribute("page", page.titled("territory.title"));
    model.addAttribute("loaded", outlines.find().orElse(null));
    model.addAttribute("source", source);
    model.addAttribute("errors", errors);
    return "territory/outlines";
  }
}
