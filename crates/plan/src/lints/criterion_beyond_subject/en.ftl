criterion-beyond-subject = A person cannot do this: “{ $act }”
criterion-beyond-subject-referred = Persons are sent to a criterion that only a body can meet (“{ $act }”): “{ $criterion }”
criterion-beyond-subject-here = the criterion that is referred to
criterion-beyond-subject-help = Part the criteria of persons from those of bodies, or state the share of a person (take part, propose, carry out).
