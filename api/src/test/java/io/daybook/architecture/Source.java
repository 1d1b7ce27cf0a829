package io.daybook.architecture;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file, parsed but not compiled. */
record Source(Path file, String text, CompilationUnitTree unit, SourcePositions positions) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    /** Every file of ours below {@code src/<side>}, in every module. {@code side} is {@code main} or {@code test}. */
    static List<Source> all(String side) {
        try (Stream<Path> modules = Files.list(home())) {
            return modules.map(module -> module.resolve("src").resolve(side).resolve("java"))
                    .filter(Files::isDirectory)
                    .flatMap(Source::filesBelow)
                    .map(Source::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds the modules, wherever below it the tests run. */
    static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("ledger-core")))
            folder = requireNonNull(folder.getParent(), "the tests run outside the project");
        return folder;
    }

    static Source of(Path file, String text) {
        JavaFileObject object = new SimpleJavaFileObject(URI.create("text:/A.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        JavacTask task = (JavacTask) COMPILER.getTask(null, FILES, null, null, null, List.of(object));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return new Source(file, text, unit, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return file.getFileName().toString().replace(".java", "");
    }

    String inPackage() {
        return String.valueOf(unit.getPackageName());
    }

    long lines() {
        return text.lines().count();
    }

    private static Source read(Path file) {
        try {
            return of(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
