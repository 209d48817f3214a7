package io.attune.dialog.yaml;

import io.attune.dialog.Fault;
import io.attune.dialog.FaultKind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The files of a folder of dialogs. What begins with a dot is an editor's or a deployment's and left alone; a link is followed
 * to a file inside the folder, never out of it.
 */
final class Folder {
    private final Path root;
    private final TreeSet<Fault> found;
    private final List<Path> files = new ArrayList<>();

    private Folder(Path root, TreeSet<Fault> found) {
        this.root = root;
        this.found = found;
    }

    /** In order. */
    static List<Path> files(Path root, TreeSet<Fault> found) throws IOException {
        var folder = new Folder(root, found);
        Files.walkFileTree(root, folder.new Walk());
        return folder.files.stream().sorted().toList();
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return path.equals(root) || !isHidden(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
            if (!isHidden(path) && (!attributes.isSymbolicLink() || leadsInside(path))) {
                if (path.toString().endsWith(".yml")) {
                    add(path, FaultKind.NOT_READ, "this file is not read; let its name end in '.yaml'");
                } else if (Files.isRegularFile(path)) {
                    files.add(path);
                }
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private boolean leadsInside(Path link) throws IOException {
        boolean inside = Files.isRegularFile(link) && link.toRealPath().startsWith(root.toRealPath());
        if (!inside) {
            add(
                    link,
                    FaultKind.LINK_OUTSIDE,
                    "this link leads to no file in the folder of dialogs and is not followed; put the file here");
        }
        return inside;
    }

    private void add(Path path, FaultKind kind, String message) {
        found.add(new Fault(root.relativize(path).toString(), 1, kind, message));
    }
}
