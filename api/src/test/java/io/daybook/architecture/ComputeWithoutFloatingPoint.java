package io.daybook.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;

/** Reads the compiled code: a double in a local variable shows in no signature, but in its instructions. */
final class ComputeWithoutFloatingPoint extends ArchCondition<JavaClass> {
    ComputeWithoutFloatingPoint() {
        super("compute without floating point");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        ClassModel code = read(type.getSource().orElseThrow().getUri());
        for (FieldModel field : code.fields())
            if (isFloating(TypeKind.from(field.fieldTypeSymbol())))
                violated(type, field.fieldName().stringValue(), events);
        for (MethodModel method : code.methods())
            if (isFloating(method.methodTypeSymbol())
                    || method.code().stream()
                            .flatMap(body -> body.elementStream())
                            .anyMatch(this::isFloating))
                violated(type, method.methodName().stringValue(), events);
    }

    private boolean isFloating(CodeElement element) {
        return switch (element) {
            case LoadInstruction load -> isFloating(load.typeKind());
            case ArrayLoadInstruction load -> isFloating(load.typeKind());
            case ConstantInstruction constant -> isFloating(constant.typeKind());
            case OperatorInstruction operator -> isFloating(operator.typeKind());
            case ConvertInstruction convert -> isFloating(convert.fromType()) || isFloating(convert.toType());
            case InvokeInstruction call -> isFloating(call.typeSymbol());
            default -> false;
        };
    }

    private static boolean isFloating(MethodTypeDesc method) {
        return isFloating(TypeKind.from(method.returnType()))
                || method.parameterList().stream().anyMatch(parameter -> isFloating(TypeKind.from(parameter)));
    }

    private static boolean isFloating(TypeKind kind) {
        return kind == TypeKind.DOUBLE || kind == TypeKind.FLOAT;
    }

    private static ClassModel read(URI classFile) {
        try (InputStream bytes = classFile.toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void violated(JavaClass type, String member, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + "." + member + " uses floating point"));
    }
}
