package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.document.KeptPaper;
import fr.jalon.portal.document.KeptPapers;
import fr.jalon.portal.document.PaperAnswers;
import fr.jalon.portal.document.PaperFormat;
import fr.jalon.portal.web.Flash;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of candidacies and of meetings: as they would be, as they were given out, signed. */
@Controller
class PaperController {
  private static final String CANDIDACY = ProgrammePaths.CANDIDACIES + "/{id}";
  private static final String MEETING = ProgrammePaths.MEETINGS + "/{id}";
  private static final String KEPT = "/papiers/{paper}.{format:pdf|odt}";
  private static final String SIGNED = "/papiers/{paper}/signe";

  private final ProgrammePapers papers;
  private final Sessions sessions;
  private final Candidacies candidacies;
  private final KeptPapers kept;
  private final PaperAnswers answers;

  PaperController(
      ProgrammePapers papers,
      Sessions sessions,
      Candidacies candidacies,
      KeptPapers kept,
      PaperAnswers answers) {
    this.papers = papers;
    this.sessions = sessions;
    this.candidacies = candidacies;
    this.kept = kept;
    this.answers = answers;
  }

  @GetMapping(MEETING + "/documents/{name}.{format:pdf|odt}")
  ResponseEntity<Resource> document(
      @PathVariable UUID id, @PathVariable String name, @PathVariable String format, Person who)
      throws IOException {
    return PaperAnswers.written(
        papers.get(sessions.getMeeting(id), name, who), name, PaperFormat.of(format));
  }

  /** Keeps a paper as it is now: it is given out. */
  @PostMapping(MEETING + "/documents/{name}")
  String keep(
      @PathVariable UUID id, @PathVariable String name, Person who, RedirectAttributes attributes) {
    Meeting meeting = sessions.getMeeting(id);
    KeptPaper paper = kept.keep(id, name, papers.get(meeting, name, who), Seasons.author(who));
    attributes.addFlashAttribute(Flash.NAME, Flash.of("document.kept.done", paper.title()));
    return "redirect:" + meeting.href() + "#documents";
  }

  @GetMapping({CANDIDACY + KEPT, MEETING + KEPT})
  ResponseEntity<Resource> kept(
      @PathVariable UUID id, @PathVariable UUID paper, @PathVariable String format) {
    return answers.kept(id, paper, PaperFormat.of(format));
  }

  @GetMapping({CANDIDACY + SIGNED, MEETING + SIGNED})
  ResponseEntity<Resource> scan(@PathVariable UUID id, @PathVariable UUID paper) {
    return answers.scan(id, paper);
  }

  @PostMapping(CANDIDACY + SIGNED)
  String attachToCandidacy(
      @PathVariable UUID id,
      @PathVariable UUID paper,
      @RequestParam("scan") @Nullable MultipartFile scan,
      Person who,
      RedirectAttributes attributes)
      throws IOException {
    return attach(candidacies.get(id).href(), id, paper, scan, who, attributes);
  }

  @PostMapping(MEETING + SIGNED)
  String attachToMeeting(
      @PathVariable UUID id,
      @PathVariable UUID paper,
      @RequestParam("scan") @Nullable MultipartFile scan,
      Person who,
      RedirectAttributes attributes)
      throws IOException {
    return attach(sessions.getMeeting(id).href(), id, paper, scan, who, attributes);
  }

  private String attach(
      String href,
      UUID id,
      UUID paper,
      @Nullable MultipartFile scan,
      Person who,
      RedirectAttributes attributes)
      throws IOException {
    KeptPaper one = answers.attach(id, paper, scan, Seasons.author(who));
    attributes.addFlashAttribute(Flash.NAME, Flash.of("document.scan.done", one.title()));
    return "redirect:" + href + "#documents";
  }
}
