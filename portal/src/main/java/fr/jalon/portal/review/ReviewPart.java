package fr.jalon.portal.review;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.programme.BeneficiaryPart;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.review.Review.Listed;
import fr.jalon.portal.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The reports, on the page of a beneficiary. */
@Component
@Order(50)
class ReviewPart implements BeneficiaryPart {
  private final Reviews reviews;

  ReviewPart(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public Shown show(Page page, Person who, Followed followed) {
    UUID id = followed.beneficiary().id();
    List<Listed> all = reviews.listOf(who, id);
    long frozen = all.stream().filter(Listed::isFrozen).count();
    return new Shown(
        "bilans",
        page.t("review.part"),
        page.n("review.part", all.size(), frozen(page, all.size(), frozen)),
        List.of(),
        ReviewPaths.beneficiary(id),
        page.t("review.part.see"));
  }

  private static String frozen(Page page, int of, long frozen) {
    return of == 1
        ? page.t(frozen == 0 ? "review.part.only" : "review.part.only.frozen")
        : page.n("review.part.frozen", frozen);
  }
}
