package fr.jalon.portal.deposit;

import fr.jalon.engine.format.Formats;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.web.FormErrors;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.UploadSettings;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page where a deposit begins, by a file or by an address. */
@Component
class DropPage {
  /** What the file chooser shows: whatever the engine reads. */
  private static final String ACCEPTED =
      Formats.fileTypes().stream()
          .map(type -> "." + type.extension())
          .collect(Collectors.joining(","));

  private final Deposits deposits;
  private final UploadSettings uploads;

  DropPage(Deposits deposits, UploadSettings uploads) {
    this.deposits = deposits;
    this.uploads = uploads;
  }

  /**
   * @param datasetId the dataset that is renewed, null for a new one
   * @param address as it was written before, "" the first time
   */
  String show(
      Page page,
      Person who,
      @Nullable UUID datasetId,
      String address,
      FormErrors errors,
      Model model) {
    Dataset renewed = datasetId == null ? null : deposits.renewable(who, datasetId);
    Page titled =
        renewed == null
            ? page.titled("deposit.drop.title")
            : page.titled("deposit.drop.title.renew", renewed.title());
    model.addAttribute("page", titled.widened());
    model.addAttribute("renewed", renewed == null ? "" : renewed.id().toString());
    model.addAttribute("bands", Wizard.bandsBefore(page));
    model.addAttribute("errors", errors);
    model.addAttribute("address", address);
    model.addAttribute("largest", uploads.maxSize().toBytes());
    model.addAttribute("announced", uploads.announced());
    model.addAttribute("accepted", ACCEPTED);
    return "deposit/drop";
  }
}
