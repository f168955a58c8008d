package fr.jalon.portal.deposit;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Flash;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The deposits of a person, and how one begins and goes on. */
@Controller
@RequestMapping("/depots")
class DepositController {
  private final Deposits deposits;
  private final Publications publications;
  private final Organizations organizations;
  private final DropPage drop;
  private final Imports imports;
  private final DepositPages pages;

  DepositController(
      Deposits deposits,
      Publications publications,
      Organizations organizations,
      DropPage drop,
      Imports imports,
      DepositPages pages) {
    this.deposits = deposits;
    this.publications = publications;
    this.organizations = organizations;
    this.drop = drop;
    this.imports = imports;
    this.pages = pages;
  }

  @GetMapping
  String list(Page page, Person who, Model model) {
    List<DepositLine> lines = deposits.listFor(who);
    boolean everyone = !who.role().belongsToAnAuthority();
    Set<UUID> ids = lines.stream().map(DepositLine::organizationId).collect(Collectors.toSet());
    Map<UUID, String> authorities =
        organizations.findAll(ids).stream()
            .collect(Collectors.toMap(LocalAuthority::id, LocalAuthority::name));
    model.addAttribute(
        "page", page.titled(everyone ? "deposit.list.all" : "deposit.list.title").widened());
    model.addAttribute("deposits", lines);
    model.addAttribute("authorities", authorities);
    model.addAttribute("everyone", everyone);
    model.addAttribute("awaited", publications.awaiting(who));
    model.addAttribute("canDeposit", who.organizationId() != null);
    return "deposit/list";
  }

  @GetMapping("/nouveau")
  String drop(Page page, Person who, @RequestParam("jeu") @Nullable UUID datasetId, Model model) {
    return drop.show(page, who, datasetId, "", FormErrors.NONE, model);
  }

  /** A script that sends the file is told where the page is; a browser is led there. */
  @PostMapping
  @Nullable String receive(
      Page page,
      Person who,
      @RequestParam("fichier") @Nullable MultipartFile file,
      @RequestParam("jeu") @Nullable UUID datasetId,
      @RequestHeader("X-Requested-With") @Nullable String script,
      Model model,
      HttpServletResponse response)
      throws IOException {
    String name = file == null ? null : file.getOriginalFilename();
    if (file == null || name == null || (file.isEmpty() && name.isEmpty())) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      FormErrors errors = FormErrors.of("fichier", page.t("deposit.problem.no-file"));
      return drop.show(page, who, datasetId, "", errors, model);
    }
    UUID id;
    try (InputStream content = file.getInputStream()) {
      id = deposits.receive(who, datasetId, name, content);
    }
    pages.waitBriefly(id);
    if (script == null) {
      return "redirect:/depots/" + id;
    }
    response.setStatus(HttpStatus.CREATED.value());
    response.setHeader(HttpHeaders.LOCATION, "/depots/" + id);
    return null;
  }

  /** Where one left. */
  @GetMapping("/{id}")
  String resume(@PathVariable UUID id, Person who) {
    Import awaited = imports.find(id, who).orElse(null);
    if (awaited != null
        && awaited.state() != Import.State.ARRIVED
        && awaited.state() != Import.State.UNCHANGED) {
      return "redirect:" + awaited.href("");
    }
    return "redirect:" + pages.landing(deposits.get(id, who));
  }

  /** How far the work is: a fragment asked twice a second, which leads on when all is done. */
  @GetMapping("/{id}/avancement")
  String progress(
      @PathVariable UUID id, Page page, Person who, Model model, HttpServletResponse response) {
    JobState job = deposits.job(id, who);
    if (!job.running()) {
      response.setHeader("HX-Refresh", "true");
    }
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("page", page);
    model.addAttribute("address", "/depots/" + id + "/avancement");
    model.addAttribute("job", job);
    return "deposit/progress";
  }

  /** Asks before a deposit that nobody published is forgotten. */
  @GetMapping("/{id}/supprimer")
  String askDelete(@PathVariable UUID id, Page page, Person who, Model model) {
    Deposit deposit = deposits.get(id, who);
    if (deposit.published()) {
      throw new Rejected(DepositProblem.ALREADY_PUBLISHED);
    }
    pages.frame(page.titled("deposit.delete.title"), deposit, Step.READING, model);
    return "deposit/delete";
  }

  @PostMapping("/{id}/supprimer")
  String delete(@PathVariable UUID id, Person who, RedirectAttributes attributes) {
    String file = deposits.delete(id, who);
    attributes.addFlashAttribute(Flash.NAME, Flash.of("deposit.delete.done", file));
    return "redirect:/depots";
  }

  @PostMapping("/{id}/reessayer")
  String retry(@PathVariable UUID id, Person who) {
    deposits.retry(id, who);
    pages.waitBriefly(id);
    return "redirect:/depots/" + id;
  }
}
