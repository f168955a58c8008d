package fr.jalon.portal.workshop;

import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.storage.UnusedFiles;
import fr.jalon.portal.web.FileNames;
import fr.jalon.portal.web.PageAddress;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** What is read in a workshop: links, and files in the store. */
@Service
public class Materials {
  /** A slide show with its pictures, in bytes. */
  static final long LARGEST = 30_000_000;

  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_LINK = 500;

  private final WorkshopRows rows;
  private final Workshops workshops;
  private final Seasons seasons;
  private final Storage storage;
  private final UnusedFiles unused;

  Materials(
      WorkshopRows rows,
      Workshops workshops,
      Seasons seasons,
      Storage storage,
      UnusedFiles unused) {
    this.rows = rows;
    this.workshops = workshops;
    this.seasons = seasons;
    this.storage = storage;
    this.unused = unused;
  }

  @Transactional
  public void addLink(UUID workshopId, String title, String link) {
    workshops.get(workshopId);
    add(new Material(UUID.randomUUID(), workshopId, titled(title), address(link), null, 0, null));
  }

  /**
   * @param title "" for the name of the file
   */
  @Transactional
  public void addFile(UUID workshopId, String title, MultipartFile file) {
    workshops.get(workshopId);
    if (file.getSize() > LARGEST) {
      throw new Rejected(WorkshopProblem.MATERIAL_TOO_LARGE, LARGEST / 1_000_000);
    }
    String given = file.getOriginalFilename();
    String name = FileNames.plain(given == null ? "" : given, "document");
    String shown = titled(title.isBlank() ? name : title);
    try (InputStream content = file.getInputStream()) {
      StoredFile kept = storage.put(content);
      add(
          new Material(
              UUID.randomUUID(), workshopId, shown, null, kept.sha256(), kept.size(), name));
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private void add(Material one) {
    rows.insert(one, seasons.now());
  }

  private static String titled(String typed) {
    String title = typed.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE) {
      throw new Rejected(WorkshopProblem.TITLE_MISSING, LONGEST_TITLE);
    }
    return title;
  }

  /** Of a page that a browser opens: nothing else is a link. */
  private static String address(String typed) {
    String link = typed.strip();
    if (link.length() > LONGEST_LINK || !PageAddress.isOne(link)) {
      throw new Rejected(WorkshopProblem.NO_SUCH_LINK);
    }
    return link;
  }

  @Transactional(readOnly = true)
  public List<Material> listOf(UUID workshopId) {
    return rows.listMaterials(workshopId);
  }

  /** A file of a workshop. */
  @Transactional(readOnly = true)
  public Material get(UUID workshopId, UUID id) {
    return rows.findMaterial(workshopId, id)
        .orElseThrow(() -> new Rejected(WorkshopProblem.NO_SUCH_MATERIAL));
  }

  @Transactional
  public void remove(UUID workshopId, UUID id) {
    Material one = get(workshopId, id);
    rows.deleteMaterial(id);
    if (one.sha256() != null) {
      unused.removeOnceCommitted(List.of(one.sha256()));
    }
  }
}
